package org.carrel.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The programs inside carrel.jar, unpacked once into {@code carrel.home/runtime}. Every part has its own directory named
 * after its content, so a new build unpacks only what changed. A part is complete when its directory exists.
 */
public final class RuntimeFiles {
    /** What can be unpacked on its own. */
    public enum Part {
        /** The web application. */
        APP,
        /** Its libraries, which the server keeps outside of it. */
        LIB,
        /** What only the command line has. */
        CLI,
        PAYARA,
        MARIADB
    }

    /** Locks of parts in use; held until the process ends, and by all instances in it. */
    private static final Map<Path, FileLock> IN_USE = new HashMap<>();

    private final Path jar;
    private final Path runtime;

    /** The jars of a part that is nothing else, in the order of their names. */
    public List<Path> jars(Part part) {
        try (var files = Files.list(unpacked(part))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param runtime the directory for all parts; made when missing */
    public RuntimeFiles(Path jar, Path runtime) {
        this.jar = jar;
        this.runtime = runtime;
    }

    /** The directory of the part; unpacks it first when this is its first use. Two processes may ask at once. */
    public Path unpacked(Part part) {
        try (var archive = new CarrelJar(jar)) {
            var target = runtime.resolve(archive.directoryName(part));
            Files.createDirectories(runtime);
            try (var channel = open(runtime.resolve("unpack.lock"));
                    var lock = channel.lock()) {
                keep(target);
                if (!Files.isDirectory(target)) {
                    unpack(archive, part, target);
                    removeOld(part, target);
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(CarrelJar archive, Part part, Path target) throws IOException {
        var partial = target.resolveSibling(target.getFileName() + ".partial");
        delete(partial);
        try {
            archive.unpack(part, partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(partial);
        }
    }

    /** A shared lock says that the directory is in use, to every process that would like to remove it. */
    private static void keep(Path target) throws IOException {
        synchronized (IN_USE) {
            if (!IN_USE.containsKey(target))
                IN_USE.put(target, open(lockFile(target)).lock(0, Long.MAX_VALUE, true));
        }
    }

    private static boolean isInUseHere(Path directory) {
        synchronized (IN_USE) {
            return IN_USE.containsKey(directory);
        }
    }

    private void removeOld(Part part, Path current) throws IOException {
        for (var old : directories(CarrelJar.prefix(part))) {
            if (old.equals(current) || isInUseHere(old)) continue;
            try (var channel = open(lockFile(old));
                    var lock = channel.tryLock()) {
                if (lock == null) continue;
                delete(old);
                Files.deleteIfExists(lockFile(old));
            }
        }
    }

    private List<Path> directories(String prefix) throws IOException {
        try (var children = Files.list(runtime)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> child.getFileName().toString().startsWith(prefix))
                    .collect(Collectors.toList());
        }
    }

    private static Path lockFile(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".lock");
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) Files.delete(file);
        }
    }
}

package org.carrel.boot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What lies where inside carrel.jar. */
final class CarrelJar implements AutoCloseable {
    private static final String MARIADB_ROOT = "/linux/";

    private final JarFile file;

    CarrelJar(Path jar) throws IOException {
        this.file = new JarFile(jar.toFile());
    }

    static String prefix(RuntimeFiles.Part part) {
        return part.name().toLowerCase(Locale.ROOT) + "-";
    }

    /** The same for the same content, whatever it was built on and when. */
    String directoryName(RuntimeFiles.Part part) {
        var checksum = new CRC32();
        for (var entry : entries(part)) checksum.update((entry.getName() + entry.getCrc()).getBytes());
        return prefix(part) + String.format(Locale.ROOT, "%08x", checksum.getValue());
    }

    void unpack(RuntimeFiles.Part part, Path target) throws IOException {
        Files.createDirectories(target);
        for (var entry : entries(part)) {
            try (var content = file.getInputStream(entry)) {
                switch (part) {
                    case MARIADB:
                        unzipMariaDb(content, target);
                        break;
                    case PAYARA:
                        PayaraFiles.unpack(content, target);
                        break;
                    default:
                        write(
                                content,
                                inside(
                                        target,
                                        entry.getName().substring(folder(part).length())));
                }
            }
        }
    }

    private List<ZipEntry> entries(RuntimeFiles.Part part) {
        switch (part) {
            case MARIADB:
                return List.of(entry("mariadb.jar"));
            case PAYARA:
                return List.of(entry("payara-micro.jar"));
            default:
                return files(folder(part));
        }
    }

    private static String folder(RuntimeFiles.Part part) {
        return part.name().toLowerCase(Locale.ROOT) + "/";
    }

    private List<ZipEntry> files(String folder) {
        var files = file.stream()
                .map(ZipEntry.class::cast)
                .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                .sorted(Comparator.comparing(ZipEntry::getName))
                .collect(Collectors.toList());
        if (files.isEmpty()) throw incomplete(folder);
        return files;
    }

    private ZipEntry entry(String name) {
        var entry = file.getEntry(name);
        if (entry == null) throw incomplete(name);
        return entry;
    }

    private static BootProblem incomplete(String name) {
        return new BootProblem(1, "Not a complete carrel.jar: " + name + " is missing in it.");
    }

    /** The server itself and its messages; the client programs and development files stay packed. */
    private static void unzipMariaDb(InputStream content, Path target) throws IOException {
        try (var zip = new ZipInputStream(content)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var start = entry.getName().indexOf(MARIADB_ROOT);
                if (start < 0 || entry.isDirectory()) continue;
                var name = entry.getName().substring(start + MARIADB_ROOT.length());
                if (name.equals("bin/mariadbd")) write(zip, target.resolve(name));
                if (name.startsWith("share/") && !name.endsWith(".jar")) write(zip, inside(target, name));
            }
        }
        var server = target.resolve("bin/mariadbd").toFile();
        if (!server.setExecutable(true)) throw new BootProblem(1, "No permission to run " + server + ".");
    }

    private static Path inside(Path target, String name) throws IOException {
        var file = target.resolve(name).normalize();
        if (!file.startsWith(target)) throw new IOException("Outside of its archive: " + name);
        return file;
    }

    private static void write(InputStream content, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

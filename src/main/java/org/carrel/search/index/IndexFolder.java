package org.carrel.search.index;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The directory of a node's index: {@code gen-000001}, {@code gen-000002} and so on, and {@code CURRENT}, which names the
 * complete one. Written by one process at a time.
 */
final class IndexFolder implements Closeable {
    private static final String CURRENT = "CURRENT";
    private static final String LOCK = "carrel.lock";
    private static final Pattern GENERATION = Pattern.compile("gen-(\\d{1,9})");

    private final Path path;
    private Lock lock;
    /** The highest number given out: its files may have been deleted under a generation that is still open. */
    private long given;

    private IndexFolder(Path path, Lock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Throws {@link IndexInUse}. */
    static IndexFolder forWriting(Path path) throws IOException {
        return new IndexFolder(path, lock(path));
    }

    /** The complete generation, of which nothing is known but its name. */
    static Optional<Path> current(Path path) throws IOException {
        try {
            var name = Files.readString(path.resolve(CURRENT)).strip();
            if (!GENERATION.matcher(name).matches()) return Optional.empty();
            return Optional.of(path.resolve(name)).filter(Files::isDirectory);
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    Path path() {
        return path;
    }

    /** A free place for another generation; the folder itself may have been deleted. */
    Path next() throws IOException {
        if (!Files.exists(path.resolve(LOCK))) {
            lock.close();
            lock = lock(path);
        }
        var last = generations().stream().mapToLong(IndexFolder::number).max().orElse(0);
        given = Math.max(given, last) + 1;
        return path.resolve("gen-%06d".formatted(given));
    }

    /** From now on this generation is the complete one: all or nothing, even in a crash. */
    void makeCurrent(Path generation) throws IOException {
        var draft = path.resolve(CURRENT + ".new");
        try (var channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var name = ByteBuffer.wrap(generation.getFileName().toString().getBytes(StandardCharsets.UTF_8));
            while (name.hasRemaining()) channel.write(name);
            channel.force(true);
        }
        Files.move(draft, path.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes every generation but this one. */
    void keepOnly(Path generation) throws IOException {
        for (var other : generations()) {
            if (!other.equals(generation)) delete(other);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private List<Path> generations() throws IOException {
        try (var entries = Files.list(path)) {
            return entries.filter(entry ->
                            GENERATION.matcher(entry.getFileName().toString()).matches())
                    .toList();
        }
    }

    private static long number(Path generation) {
        var name = GENERATION.matcher(generation.getFileName().toString());
        return name.matches() ? Long.parseLong(name.group(1)) : 0;
    }

    private static void delete(Path directory) throws IOException {
        try (var entries = Files.walk(directory)) {
            for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(entry);
        } catch (NoSuchFileException e) {
            // somebody else deleted it first
        }
    }

    private static Lock lock(Path path) throws IOException {
        try (var directory = FSDirectory.open(path)) {
            return directory.obtainLock(LOCK);
        } catch (LockObtainFailedException e) {
            throw new IndexInUse(path, e);
        }
    }
}

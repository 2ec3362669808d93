package org.carrel.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that are let go after their time. */
final class OldFiles {
    /** A log that is full, which nobody writes to any more: {@code server.log.2}. */
    private static final Pattern CLOSED_LOG = Pattern.compile(".*\\.log\\.\\d+");
    /** A log begins a new file at least so often: what stands in a closed one is at most this older than its end. */
    private static final Duration LONGEST_LOG = Duration.ofDays(7);

    private OldFiles() {}

    /** Removes closed logs all of whose lines, or some of them, are from before that time, and empties open ones. */
    static int forgetLogs(Path directory, Instant before) {
        return each(directory, file -> {
            var name = file.getFileName().toString();
            if (CLOSED_LOG.matcher(name).matches()) return olderThan(file, before.plus(LONGEST_LOG)) && delete(file);
            return name.endsWith(".log") && Files.size(file) > 0 && olderThan(file, before) && empty(file);
        });
    }

    /** Removes the files in a directory that nobody has changed since. */
    static int forget(Path directory, Instant before) {
        return each(directory, file -> olderThan(file, before) && delete(file));
    }

    @FunctionalInterface
    private interface Act {
        boolean on(Path file) throws IOException;
    }

    private static int each(Path directory, Act act) {
        if (!Files.isDirectory(directory)) return 0;
        var count = 0;
        try (Stream<Path> files = Files.list(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) if (act.on(file)) count++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    private static boolean olderThan(Path file, Instant time) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().isBefore(time);
    }

    private static boolean delete(Path file) throws IOException {
        return Files.deleteIfExists(file);
    }

    /** Whoever has it open goes on at its new end. */
    private static boolean empty(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
        return true;
    }
}

package org.carrel.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A log that never takes more room than a few files: {@code server.log}, {@code server.log.1}, … Safe for one thread. */
final class RollingFile implements AutoCloseable {
    private static final long LARGEST = 5L << 20;
    private static final int OLD_FILES = 3;
    /** After so long a new file begins however small it is: old lines go with their file. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private final Path file;
    private final long largest;
    private final Clock clock;
    private Instant begun;
    private Writer writer;
    private long size;

    RollingFile(Path file) throws IOException {
        this(file, LARGEST);
    }

    /** @param largest in characters: after that many a new file begins */
    RollingFile(Path file, long largest) throws IOException {
        this(file, largest, Clock.systemUTC());
    }

    RollingFile(Path file, long largest, Clock clock) throws IOException {
        this.file = file;
        this.largest = largest;
        this.clock = clock;
        this.begun = begun(file, clock);
        this.writer = open(file);
        this.size = Files.size(file);
    }

    /** As the file system tells; where it does not know, the file counts as old as its last line. */
    private static Instant begun(Path file, Clock clock) throws IOException {
        if (!Files.exists(file)) return clock.instant();
        var attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.creationTime().toInstant();
    }

    void write(String line) throws IOException {
        if (size > largest || size > 0 && isOld()) roll();
        writer.write(line);
        writer.write('\n');
        writer.flush();
        size += line.length() + 1;
    }

    private boolean isOld() {
        return clock.instant().isAfter(begun.plus(LONGEST));
    }

    private void roll() throws IOException {
        writer.close();
        for (var number = OLD_FILES; number > 0; number--) {
            var from = number == 1 ? file : numbered(number - 1);
            if (Files.exists(from)) Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
        }
        writer = open(file);
        begun = clock.instant();
        size = 0;
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static Writer open(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}

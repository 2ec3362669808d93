package org.carrel.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A log that never takes more room than a few files: {@code server.log}, {@code server.log.1}, … Safe for one thread. */
final class RollingFile implements AutoCloseable {
    private static final long LARGEST = 5L << 20;
    private static final int OLD_FILES = 3;

    private final Path file;
    private final long largest;
    private Writer writer;
    private long size;

    RollingFile(Path file) throws IOException {
        this(file, LARGEST);
    }

    /** @param largest in characters: after that many a new file begins */
    RollingFile(Path file, long largest) throws IOException {
        this.file = file;
        this.largest = largest;
        this.writer = open(file);
        this.size = Files.size(file);
    }

    void write(String line) throws IOException {
        if (size > largest) roll();
        writer.write(line);
        writer.write('\n');
        writer.flush();
        size += line.length() + 1;
    }

    private void roll() throws IOException {
        writer.close();
        for (var number = OLD_FILES; number > 0; number--) {
            var from = number == 1 ? file : numbered(number - 1);
            if (Files.exists(from)) Files.move(from, numbered(number), StandardCopyOption.REPLACE_EXISTING);
        }
        writer = open(file);
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

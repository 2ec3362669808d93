package org.carrel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.carrel.cli.TestDatabase;
import org.carrel.platform.DatabaseSettings;

/** An empty MariaDB as carrel.jar brings and starts it, at 127.0.0.1, in a home directory that goes again. */
final class BenchServer implements AutoCloseable {
    private final Path home;
    private final TestDatabase database;

    private BenchServer(Path home) {
        this.home = home;
        this.database = TestDatabase.start(home);
    }

    static BenchServer start(Path home) throws IOException {
        delete(home);
        Files.createDirectories(home);
        return new BenchServer(home);
    }

    Path home() {
        return home;
    }

    DatabaseSettings access() {
        return database.access();
    }

    /** Processor time of the database so far. */
    Duration cpu() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() throws IOException {
        database.close();
        delete(home);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) return;
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    static long megabytes(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    >> 20;
        }
    }
}

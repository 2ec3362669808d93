package org.carrel.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes what the web server's process prints to {@code logs/server.log} and remembers the most telling line. */
final class ServerLog {
    private final Path file;
    private final FailureReason reason = new FailureReason();
    private final Thread reader;

    private ServerLog(Path file, Process process) {
        this.file = file;
        this.reader = Thread.ofPlatform().daemon().name("carrel-server-log").unstarted(() -> copy(process));
    }

    static ServerLog of(Process process, Path directory) {
        var log = new ServerLog(directory.resolve("server.log"), process);
        log.reader.start();
        return log;
    }

    Path file() {
        return file;
    }

    /** Why the server failed as far as it said so; waits a moment for the last lines of a process that has ended. */
    String reason() {
        close();
        return reason.sentence();
    }

    void close() {
        try {
            reader.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void copy(Process process) {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
                var out = new RollingFile(file)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                reason.see(line);
                out.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

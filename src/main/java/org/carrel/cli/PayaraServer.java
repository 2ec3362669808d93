package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Settings;
import org.carrel.platform.StartProblem;

/** Payara Micro with the web application, as a process of its own. */
final class PayaraServer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(PayaraServer.class.getName());
    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final int LONGEST_STOP_SECONDS = 6;

    private final Process process;
    private final ServerLog log;
    private final ReadyCheck ready;
    private final PayaraCommand command;

    private PayaraServer(Process process, ServerLog log, ReadyCheck ready, PayaraCommand command) {
        this.command = command;
        this.process = process;
        this.log = log;
        this.ready = ready;
    }

    /** Starts the process and does not wait: see {@link #awaitReady}. */
    static PayaraServer start(Settings settings, DatabaseSettings database) {
        try {
            Files.createDirectories(settings.home().logs());
            Files.createDirectories(settings.home().run());
            var command = new PayaraCommand(settings);
            var builder = new ProcessBuilder(command.line()).redirectErrorStream(true);
            builder.environment().putAll(SettingsEnvironment.of(settings, database));
            var process = builder.start();
            var log = ServerLog.of(process, settings.home().logs());
            return new PayaraServer(process, log, new ReadyCheck(settings.http()), command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until our own {@code /health/ready} says 200. Throws {@link StartProblem} with the reason when it never will. */
    void awaitReady() throws InterruptedException {
        var end = Deadline.in(LONGEST_START);
        while (!ready.passes()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new StartProblem("The web application did not start: " + reason());
            }
            if (end.passed()) {
                writeThreads();
                throw new StartProblem("The web application was not ready after " + LONGEST_START.toSeconds()
                        + " seconds (" + ready.lastAnswer() + "): " + reason());
            }
        }
    }

    /** What a server that hangs is waiting for goes to its log, for whoever has to find out. */
    private void writeThreads() throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-QUIT", String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            LOG.log(Level.FINE, "No thread dump", e);
        }
    }

    /** The most telling line of the log, and where the log lies. */
    String reason() {
        return log.reason() + " The log is " + log.file() + ".";
    }

    /** Waits until the process ends; its exit code. */
    int waitFor() throws InterruptedException {
        command.prepareNext();
        return process.waitFor();
    }

    @Override
    public void close() {
        // Not Process.destroy: it closes the stream with the last words of the server.
        process.toHandle().destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
            log.close();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

package org.carrel.copycataloging.net;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real server of a Debian package, running at a port of this machine until it is closed. */
final class ServerProgram implements AutoCloseable {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(30);
    private static final int TRY_MILLIS = 200;

    private final Process process;

    private ServerProgram(Process process) {
        this.process = process;
    }

    /** Where a program is. Without it there is nothing to test: skipped at a desk, failed where {@code CI=true}. */
    static Path installed(String name, String debianPackage) {
        Optional<Path> found = Stream.of("/usr/bin", "/usr/local/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        var otherwise = "SKIPPED: " + name + " is not installed (Debian package " + debianPackage + ")";
        if (found.isEmpty() && "true".equals(System.getenv("CI"))) fail(otherwise);
        assumeTrue(found.isPresent(), otherwise);
        return found.orElseThrow();
    }

    /** Starts it, and returns when somebody answers at the port. */
    static ServerProgram start(Path folder, int port, String... command) throws IOException {
        var process = begin(folder, command);
        var until = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!answers(port)) {
            if (System.nanoTime() > until || !process.isAlive()) {
                process.destroy();
                throw new IOException(command[0] + " does not start");
            }
            Thread.onSpinWait();
        }
        return new ServerProgram(process);
    }

    /** Runs a program to its end, which must be a good one. */
    static void run(Path folder, String... command) throws IOException, InterruptedException {
        if (begin(folder, command).waitFor() != 0) throw new IOException(List.of(command) + " failed");
    }

    private static Process begin(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TRY_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it, and what it has started for each conversation. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}

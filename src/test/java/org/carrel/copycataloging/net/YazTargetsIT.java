package org.carrel.copycataloging.net;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.stream.Stream;
import org.carrel.fixtures.LibraryServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Z39.50 against the test server of YAZ, which Debian has in its package {@code yaz}: it gives records for whatever is asked. */
class YazTargetsIT {
    private static final Duration STARTS_WITHIN = Duration.ofSeconds(20);

    private static Path program() {
        var found = Stream.of("/usr/bin/yaz-ztest", "/usr/local/bin/yaz-ztest")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "SKIPPED: yaz-ztest is not installed (Debian package yaz)");
        return found.orElseThrow();
    }

    /** Runs it at a free port for one test. */
    private static final class Yaz implements AutoCloseable {
        private final Process process;
        private final int port = LibraryServer.nobody();

        Yaz() throws IOException, InterruptedException {
            process = new ProcessBuilder(List.of(program().toString(), "-S", "tcp:127.0.0.1:" + port))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            var until = System.nanoTime() + STARTS_WITHIN.toNanos();
            while (!answers()) {
                if (System.nanoTime() > until || !process.isAlive()) throw new IOException("yaz-ztest does not start");
                Thread.onSpinWait();
            }
        }

        private boolean answers() {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"usmarc", "xml"})
    void recordsOfARealServerAreRead(String syntax) throws Exception {
        program();
        try (var yaz = new Yaz()) {
            var records = Z3950Client.ask(Targets.z3950(yaz.port, "Default", syntax), List.of("9780064400558"));
            assertThat(records).isNotEmpty().allSatisfy(record -> assertThat(record.data("245"))
                    .isNotEmpty());
        }
    }

    @Test
    void bothFormsOfANumberAreOneQuestion() throws Exception {
        program();
        try (var yaz = new Yaz()) {
            assertThat(Z3950Client.ask(
                            Targets.z3950(yaz.port, "Default", "usmarc"), List.of("9780064400558", "0064400557")))
                    .isNotEmpty();
        }
    }
}

package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.StartProblem;

/**
 * A running embedded MariaDB. It is started through a small shell script that holds it by a pipe: when this process is
 * gone, however it ended, the pipe closes and the script asks the server to stop.
 */
final class MariaDbServer implements AutoCloseable {
    /** Ctrl-C goes to everything in the terminal; the database must outlive the application's own clean end. */
    private static final String GUARD = """
            trap '' INT HUP
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            trap 'kill -TERM $server' TERM
            (trap - TERM; while read -r line <&3; do :; done; kill -TERM $server) &
            watch=$!
            wait $server
            code=$?
            while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
            kill $watch 2>/dev/null
            exit $code
            """;

    private static final String DATABASE = "carrel";
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(10);
    private static final int LONGEST_STOP_SECONDS = 60;

    private final MariaDbFiles files;
    private final Process guard;
    private final DatabaseSettings access;

    private MariaDbServer(MariaDbFiles files, Process guard, DatabaseSettings access) {
        this.files = files;
        this.guard = guard;
        this.access = access;
    }

    /** Starts the server, but does not wait until it answers: see {@link #awaitReady}. */
    static MariaDbServer start(MariaDbFiles files) throws IOException {
        var port = freePort();
        var url = "jdbc:mariadb://127.0.0.1:" + port + "/" + DATABASE;
        var access = new DatabaseSettings(url, DATABASE, newPassword());
        var init = PrivateFile.write(files.home().run().resolve("mariadb-init.sql"), init(access));
        var command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "carrel-mariadb"));
        command.addAll(files.command(files.data()));
        command.addAll(options(files, port, init));
        var guard = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
        return new MariaDbServer(files, guard, access);
    }

    private static List<String> options(MariaDbFiles files, int port, Path init) {
        return List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=carrel.sock",
                "--pid-file=" + files.pid(),
                "--log-error=" + files.log(),
                "--init-file=" + init,
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--max-allowed-packet=64M",
                "--secure-file-priv=" + files.home().run(),
                "--skip-local-infile",
                "--skip-name-resolve",
                "--skip-ssl",
                "--skip-symbolic-links");
    }

    /** Run by the server itself at every start: nobody knows last time's password any more. */
    private static String init(DatabaseSettings access) {
        var user = "'" + access.user() + "'@'127.0.0.1'";
        return String.join(
                "\n",
                "create database if not exists " + DATABASE + " character set utf8mb4;",
                "create or replace user " + user + " identified by '" + access.password() + "';",
                "grant all on " + DATABASE + ".* to " + user + ";",
                "");
    }

    DatabaseSettings access() {
        return access;
    }

    long pid() {
        return guard.pid();
    }

    /** Waits until the server answers; recovery after a crash may take its time. Throws {@link StartProblem}. */
    void awaitReady() throws IOException, InterruptedException {
        var end = Deadline.in(LONGEST_RECOVERY);
        while (!MariaDbProbe.answers(access)) {
            if (!guard.isAlive() || end.passed()) {
                throw new StartProblem(MariaDbLog.sentence("The database did not start", files.log()));
            }
            guard.waitFor(50, TimeUnit.MILLISECONDS);
        }
        Files.deleteIfExists(files.home().run().resolve("mariadb-init.sql"));
    }

    /** Stops the server cleanly and waits for it. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) guard.destroy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

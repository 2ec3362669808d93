package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.carrel.boot.RuntimeFiles;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.DatabaseSettings;

/** The MariaDB of carrel.jar as a school's own server would run: at one port, with one password, and it can go and come back. */
final class RestartedDatabase implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "only-of-this-test";

    private final MariaDbFiles files;
    private final DatabaseSettings access;
    private Process server;

    private RestartedDatabase(MariaDbFiles files, DatabaseSettings access) throws IOException {
        this.files = files;
        this.access = access;
        this.server = launch();
    }

    static RestartedDatabase start(CarrelHome home) throws IOException, InterruptedException {
        var program = new RuntimeFiles(CarrelProcess.JAR.toAbsolutePath(), home.runtime())
                .unpacked(RuntimeFiles.Part.MARIADB);
        Files.createDirectories(home.logs());
        Files.createDirectories(home.run());
        var files = new MariaDbFiles(program, home);
        new MariaDbInstallation(files).ensure();
        var url = "jdbc:mariadb://127.0.0.1:" + CarrelProcess.freePort() + "/carrel";
        var database = new RestartedDatabase(files, new DatabaseSettings(url, "carrel", PASSWORD));
        database.awaitReady();
        return database;
    }

    DatabaseSettings access() {
        return access;
    }

    /** The same as somebody sees it who may end the connections of others, and whose own nobody ends. */
    DatabaseSettings watched() {
        return new DatabaseSettings(access.url(), "watch", PASSWORD);
    }

    /** Goes as {@code systemctl stop} makes it go, and comes back. How long until it answers. */
    Duration restart() throws IOException, InterruptedException {
        server.destroy();
        return comeBack();
    }

    /** Dies as by {@code kill -9}, and comes back. How long until it answers. */
    Duration crash() throws IOException, InterruptedException {
        server.destroyForcibly();
        return comeBack();
    }

    private Duration comeBack() throws IOException, InterruptedException {
        if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("MariaDB does not end");
        var began = System.nanoTime();
        server = launch();
        awaitReady();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void awaitReady() throws InterruptedException {
        if (!CarrelProcess.await(PATIENCE, () -> MariaDbProbe.answers(access) || !server.isAlive())
                || !server.isAlive())
            throw new AssertionError(MariaDbLog.sentence("The database did not start", files.log()));
    }

    private Process launch() throws IOException {
        var init = PrivateFile.write(
                files.home().run().resolve("init.sql"),
                "create database if not exists carrel character set utf8mb4;\n" + user("carrel") + user("watch")
                        + "grant connection admin, process on *.* to 'watch'@'127.0.0.1';\n");
        var port = access.url().replaceAll(".*:(\\d+)/.*", "$1");
        var command = new ArrayList<>(files.command(files.data()));
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=carrel.sock",
                "--pid-file=" + files.pid(),
                "--log-error=" + files.log(),
                "--init-file=" + init,
                "--default-time-zone=+00:00",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=128M",
                "--skip-name-resolve",
                "--skip-ssl",
                "--skip-symbolic-links"));
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()))
                .start();
        // Should this JVM be told to end in the middle of a test.
        Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        return started;
    }

    private static String user(String name) {
        var user = "'" + name + "'@'127.0.0.1'";
        return "create or replace user " + user + " identified by '" + PASSWORD + "';\ngrant all on carrel.* to " + user
                + ";\n";
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) server.destroyForcibly();
            Files.deleteIfExists(files.home().run().resolve("init.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
    }
}

package org.carrel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.carrel.boot.RuntimeFiles;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.StartProblem;

/** The steps to a running embedded MariaDB: unpack it, let an earlier one end, make its tables, start it. */
final class MariaDbStart {
    private static final int LONGEST_END_OF_AN_EARLIER_ONE_SECONDS = 60;

    private final CarrelHome home;

    MariaDbStart(CarrelHome home) {
        this.home = home;
    }

    MariaDbServer start() throws IOException, InterruptedException {
        requireLinux();
        var program = new RuntimeFiles(Path.of(System.getProperty("carrel.internal.jar", "carrel.jar")), home.runtime())
                .unpacked(RuntimeFiles.Part.MARIADB);
        var files = new MariaDbFiles(program, home);
        Files.createDirectories(home.logs());
        Files.createDirectories(home.run());
        awaitEarlier(files);
        new MariaDbInstallation(files).ensure();
        return MariaDbServer.start(files);
    }

    private static void requireLinux() {
        var system = System.getProperty("os.name");
        var processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (system.equals("Linux") && (processor.equals("amd64") || processor.equals("x86_64"))) return;
        throw new StartProblem("The database that Carrel brings along runs on Linux x86-64 only, and this is " + system
                + " " + processor + ": set carrel.db.url to a MariaDB 11.4 server of your own.");
    }

    /** A process that was killed leaves a server behind that is still writing its last pages. */
    private static void awaitEarlier(MariaDbFiles files) throws IOException, InterruptedException {
        var earlier = earlier(files);
        if (earlier.isEmpty()) return;
        try {
            earlier.get().onExit().get(LONGEST_END_OF_AN_EARLIER_ONE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new StartProblem(
                    "A database server (process " + earlier.get().pid() + ") still uses " + files.data()
                            + ": stop it, then start again.",
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<ProcessHandle> earlier(MariaDbFiles files) throws IOException {
        if (!Files.isRegularFile(files.pid())) return Optional.empty();
        var text = Files.readString(files.pid()).strip();
        if (!text.matches("\\d{1,18}")) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(text))
                .filter(process -> process.info().command().orElse("").contains("mariadbd"));
    }
}

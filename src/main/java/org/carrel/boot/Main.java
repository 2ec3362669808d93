package org.carrel.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code java -jar carrel.jar} starts. Compiled for Java 11, so that an older default Java still gets as far as
 * finding a newer one.
 */
public final class Main {
    static final int REQUIRED_JAVA = 21;

    private Main() {}

    public static void main(String[] arguments) {
        try {
            start(List.of(arguments));
        } catch (BootProblem problem) {
            System.err.println("carrel: " + problem.getMessage());
            System.exit(problem.exitCode());
        } catch (UncheckedIOException e) {
            System.err.println("carrel: " + DiskProblem.sentence(e));
            System.exit(1);
        }
    }

    private static void start(List<String> arguments) {
        var jar = ownJar();
        if (Runtime.version().feature() < REQUIRED_JAVA) {
            System.exit(new Relaunch(JavaFinder.ofThisMachine().find(REQUIRED_JAVA)).run(jar, arguments));
        }
        var home = HomeDirectory.of(arguments, System.getProperties(), System.getenv(), jar);
        System.setProperty("carrel.home", home.toString());
        System.setProperty("carrel.internal.jar", jar.toString());
        CommandLineLoader.run(new RuntimeFiles(jar, home.resolve("runtime")), arguments);
    }

    private static Path ownJar() {
        try {
            return Path.of(Main.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toRealPath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.carrel.platform.CarrelHome;

/**
 * The programs that the product of all tests has unpacked at its start, lent to the product of one test: to unpack them once more
 * takes seconds. Where no product runs, a home directory gets its own when it is first used.
 */
final class SharedPrograms {
    private SharedPrograms() {}

    /** But for the application, which is small, which a test may damage, and which the server does not find behind a link. */
    static void lend(CarrelHome home) {
        var there = System.getProperty("carrel.test.home", "");
        if (there.isEmpty()) return;
        try (var parts = Files.list(new CarrelHome(Path.of(there)).runtime())) {
            Files.createDirectories(home.runtime());
            for (var part : parts.filter(Files::isDirectory).toList()) {
                var name = part.getFileName().toString();
                if (!name.startsWith("app-"))
                    Files.createSymbolicLink(home.runtime().resolve(name), part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

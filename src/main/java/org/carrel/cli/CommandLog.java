package org.carrel.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;

/** {@code logs/carrel.log}: what the command line's libraries and failures have to say; the screen stays for people. */
final class CommandLog {
    private CommandLog() {}

    static void to(Path directory) {
        try {
            Files.createDirectories(directory);
            LogManager.getLogManager().reset();
            LogManager.getLogManager().getLogger("").addHandler(new RollingHandler(directory.resolve("carrel.log")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

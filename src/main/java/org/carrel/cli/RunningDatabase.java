package org.carrel.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.DatabaseSettings;

/** {@code run/database.properties}: how other commands of the same user reach the embedded database that runs now. */
final class RunningDatabase {
    private RunningDatabase() {}

    static void write(CarrelHome home, DatabaseSettings access) throws IOException {
        PrivateFile.write(
                file(home),
                "url=" + access.url() + "\nuser=" + access.user() + "\npassword=" + access.password() + "\n");
    }

    /** Empty when no database runs, or none is ready to be joined. */
    static Optional<DatabaseSettings> read(CarrelHome home) throws IOException {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file(home))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new DatabaseSettings(
                properties.getProperty("url", ""),
                properties.getProperty("user", ""),
                properties.getProperty("password", "")));
    }

    static void remove(CarrelHome home) throws IOException {
        Files.deleteIfExists(file(home));
    }

    private static Path file(CarrelHome home) {
        return home.run().resolve("database.properties");
    }
}

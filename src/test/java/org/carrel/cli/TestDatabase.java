package org.carrel.cli;

import java.nio.file.Path;
import org.carrel.platform.CarrelHome;
import org.carrel.platform.DatabaseSettings;

/**
 * The embedded MariaDB for tests outside of the command line, with its data in a directory of the test. Its program is that of
 * the running product, see {@link SharedPrograms}.
 */
public final class TestDatabase implements AutoCloseable {
    public static final Path JAR = CarrelProcess.JAR;

    /** What a test has before it started one. */
    public static final TestDatabase NONE =
            new TestDatabase(new EmbeddedDatabase.Elsewhere(new DatabaseSettings("", "carrel", "")));

    private final EmbeddedDatabase database;

    private TestDatabase(EmbeddedDatabase database) {
        this.database = database;
    }

    /** Ready for connections, empty, and stopped by {@link #close} or by the end of this JVM. */
    public static TestDatabase start(Path directory) {
        System.setProperty("carrel.internal.jar", JAR.toAbsolutePath().toString());
        var home = new CarrelHome(directory);
        SharedPrograms.lend(home);
        return new TestDatabase(EmbeddedDatabase.startOrJoin(home));
    }

    public DatabaseSettings access() {
        return database.access();
    }

    @Override
    public void close() {
        database.close();
    }
}

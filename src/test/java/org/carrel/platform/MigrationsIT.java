package org.carrel.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.carrel.cli.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded MariaDB: another database would speak another dialect. */
class MigrationsIT {
    private static final Migrations OLDER = new Migrations("org/carrel/platform/migrations1");
    private static final Migrations NEWER = new Migrations("org/carrel/platform/migrations2");

    @TempDir
    static Path directory;

    private static TestDatabase server = TestDatabase.NONE;

    @BeforeAll
    static void startDatabase() {
        assumeTrue(Files.exists(TestDatabase.JAR), "target/carrel.jar is missing: run mvn package first");
        server = TestDatabase.start(directory);
    }

    @AfterAll
    static void stopDatabase() {
        server.close();
    }

    @Test
    void bringsADatabaseUpToDateOnceAndRefusesANewerOne() throws SQLException {
        try (var connections = DataSources.open(server.access(), Duration.ZERO)) {
            OLDER.migrate(connections);
            assertThat(columns(connections)).isEqualTo(1);
            NEWER.migrate(connections);
            NEWER.migrate(connections);
            assertThat(columns(connections)).isEqualTo(2);
            assertThatThrownBy(() -> OLDER.migrate(connections))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("version 2")
                    .hasMessageContaining("version 1");
        }
    }

    /** In a common directory, each server that starts would remove the temporary tables of the others. */
    @Test
    void temporaryTablesAreInADirectoryOfTheDatabasesOwn() throws SQLException {
        try (var connections = DataSources.open(server.access(), Duration.ZERO);
                var connection = connections.getConnection();
                var row = connection.createStatement().executeQuery("select @@tmpdir")) {
            row.next();
            assertThat(Path.of(row.getString(1))).startsWith(directory.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aWrongPasswordAndAMissingDatabaseAreNamed() {
        var good = server.access();
        var wrong = new DatabaseSettings(good.url(), good.user(), "wrong");
        assertThatThrownBy(() -> DataSources.open(wrong, Duration.ZERO)).hasMessageContaining("carrel.db.password");
        var missing = new DatabaseSettings(good.url() + "_missing", good.user(), good.password());
        assertThatThrownBy(() -> DataSources.open(missing, Duration.ZERO))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(missing.url());
    }

    private static int columns(HikariDataSource connections) throws SQLException {
        try (var connection = connections.getConnection();
                var rows = connection.getMetaData().getColumns(null, null, "shelf", null)) {
            var count = 0;
            while (rows.next()) count++;
            return count;
        }
    }
}

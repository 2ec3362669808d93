package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.carrel.cli.CarrelCommand;
import org.carrel.cli.TestDatabase;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real records of many libraries, opened in the editor and stored again as they are: nothing becomes different. */
class EditedUnchangedIT {
    private static final Path SHARED = Path.of("../shared/marc");
    /** What the smallest of the collections has. */
    private static final int AT_LEAST = 3_000;

    @TempDir
    static Path directory;

    @Test
    void whatIsOpenedAndStoredUnchangedStaysAsItWas() throws IOException {
        assumeTrue(Files.exists(TestDatabase.JAR), "target/carrel.jar is missing: run mvn package first");
        assumeTrue(Files.isDirectory(SHARED), "SKIPPED: the sample files are not beside the project at " + SHARED);
        try (var server = TestDatabase.start(directory);
                var connections = DataSources.open(server.access(), Duration.ZERO)) {
            new Migrations().migrate(connections);
            new CarrelCommand(server.access(), directory).importing(List.of("--commit"), files());
            unchanged(connections);
        }
    }

    private static List<Path> files() throws IOException {
        var all = new ArrayList<Path>();
        for (var folder : List.of(SHARED, SHARED.resolve("edge"))) {
            try (var files = Files.list(folder)) {
                files.filter(file ->
                                Files.isRegularFile(file) && !file.toString().endsWith(".md"))
                        .sorted()
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static void unchanged(HikariDataSource connections) {
        var database = new Database(connections);
        var edits = new RecordEdits(database, Clock.systemUTC());
        var before = stored(database);
        var ids = database.read(
                connection -> Sql.list(connection, "select id from bib_record order by id", row -> row.getLong(1)));
        assertThat(ids).hasSizeGreaterThan(AT_LEAST);
        for (var id : ids) {
            var open = edits.open(id).orElseThrow();
            var read = edits.read(open.record().leader(), edits.rows(open.record()));
            assertThat(read.record()).contains(open.record());
            assertThat(edits.save(id, open.version(), read.record().orElseThrow(), 0))
                    .as("record " + id)
                    .isEqualTo(new EditAnswer.Same(open.version()));
        }
        assertThat(stored(database)).isEqualTo(before);
    }

    /** Every byte of what is kept, and how often it was written. */
    private static List<String> stored(Database database) {
        return database.read(connection -> Sql.list(
                connection,
                "select concat_ws(' ', id, version, sha2(marc, 256)) from bib_record order by id",
                row -> row.getString(1)));
    }
}

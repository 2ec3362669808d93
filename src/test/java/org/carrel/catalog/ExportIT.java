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
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.ExportRequest.Copies;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.ExportRequest.Which;
import org.carrel.catalog.RecordChanges.Change;
import org.carrel.catalog.RecordChanges.Reason;
import org.carrel.cli.TestDatabase;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalog out into files and back, with its certificate, on the real database. */
class ExportIT {
    @TempDir
    static Path directory;

    private static TestDatabase server = TestDatabase.NONE;
    private static @Nullable HikariDataSource connections;

    private final List<RecordChanges> told = new ArrayList<>();

    @BeforeAll
    static void startDatabase() {
        assumeTrue(Files.exists(TestDatabase.JAR), "target/carrel.jar is missing: run mvn package first");
        server = TestDatabase.start(directory);
        connections = DataSources.open(server.access(), Duration.ZERO);
        new Migrations().migrate(connections);
    }

    @AfterAll
    static void stopDatabase() {
        if (connections != null) connections.close();
        server.close();
    }

    @BeforeEach
    void threeBooks() {
        for (var table : List.of("item", "bib_version", "bib_key", "bib_record")) change("delete from " + table);
        load(new TestMarc()
                .book("e1", "Café des amis", "=590  \\\\$aOurs", "=852  \\\\$aX$hFIC$iCAF$pE0001$9850")
                .book("e2", "Война и мир", "=852  \\\\$hFIC$iTOL$pE0002", "=852  \\\\$hFIC$iTOL$pE0003")
                .book("e3", "=Formula", "=999  \\\\$a$bempty"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"ISO2709", "MARCXML", "JSON"})
    void whatWasImportedComesOutFieldForField(Format format) throws IOException {
        var report = certified(format, Copies.AS_IMPORTED, new Which.All());
        assertThat(report.certificate()).contains(new ExportCertificate(3, 3, 0, 0));
        assertThat(told).isEmpty();
    }

    @Test
    void marc8SaysWhatItLacksAndAddsTheCharacterSets() throws IOException {
        change("update bib_record set marc = marc"); // the desk is at work, and changes nothing
        load(new TestMarc().book("e4", "Snow ☃"));
        var report = certified(Format.ISO2709_MARC8, Copies.AS_IMPORTED, new Which.All());
        assertThat(report.certificate()).contains(new ExportCertificate(4, 2, 2, 0));
        assertThat(reasons()).containsExactly(Reason.CHARACTER_SETS, Reason.NOT_IN_MARC_8);
    }

    @Test
    void copiesAsTheyAreNowAreADeliberateChange() throws IOException {
        change("update item set item_condition = 'lost' where barcode = 'E0001'");
        var report = certified(Format.MARCXML, Copies.IN_952, new Which.All());
        assertThat(report.certificate()).contains(new ExportCertificate(3, 1, 2, 0));
        assertThat(reasons()).containsOnly(Reason.COPIES);
        assertThat(Files.readString(target()))
                .contains("E0003", "<subfield code=\"1\">1</subfield>")
                .doesNotContain("tag=\"852\"");
    }

    @Test
    void aMergeAndAnEditAreToldAndAChangeWithoutReasonIsAnError() throws IOException {
        load(new TestMarc().book("e1", "Café des amis", "=500  \\\\$aNewer"));
        assertThat(certified(Format.JSON, Copies.AS_IMPORTED, new Which.All()).certificate())
                .contains(new ExportCertificate(3, 2, 1, 0));
        assertThat(reasons()).containsOnly(Reason.MERGED);

        told.clear();
        change("update bib_record set marc = replace(marc, 'Formula', 'Recipe') where control_number = 'e3'");
        assertThat(certified(Format.JSON, Copies.AS_IMPORTED, new Which.All()).certificate())
                .contains(new ExportCertificate(3, 1, 1, 1));
        assertThat(told.getLast().deliberate()).isFalse();
        assertThat(told.getLast().changes()).extracting(Change::reason).containsOnly(Reason.UNEXPLAINED);

        change("update bib_record set version = 2, import_job_id = null where control_number = 'e3'");
        assertThat(certified(Format.JSON, Copies.AS_IMPORTED, new Which.All()).certificate())
                .contains(new ExportCertificate(3, 1, 2, 0));
    }

    @Test
    void aListKeepsItsOrderAndCountsWhatIsNotThere() throws IOException {
        var ids = ids();
        var list = List.of(ids.get(2), 987_654_321L, ids.getFirst());
        var report = certified(Format.JSON, Copies.AS_IMPORTED, new Which.Listed(list.iterator()));
        assertThat(report.missing()).isEqualTo(1);
        assertThat(report.certificate()).contains(new ExportCertificate(2, 2, 0, 0));
        assertThat(Files.readAllLines(target()))
                .satisfiesExactly(first -> assertThat(first).contains("Formula"), second -> assertThat(second)
                        .contains("Café"));
    }

    @Test
    void whatTheDeskDoesMeanwhileIsNotInTheFile() throws IOException {
        var ids = ids().iterator();
        var meddling = new Iterator<Long>() {
            @Override
            public boolean hasNext() {
                if (!ids.hasNext()) change("update bib_record set marc = replace(marc, 'Café', 'Tea')");
                return ids.hasNext();
            }

            @Override
            public Long next() {
                return ids.next();
            }
        };
        var report = certified(Format.JSON, Copies.AS_IMPORTED, new Which.Listed(meddling));
        assertThat(report.certificate()).contains(new ExportCertificate(3, 3, 0, 0));
        assertThat(Files.readString(target())).contains("Café").doesNotContain("Tea des amis");
    }

    @Test
    void aRecordTooLargeForIso2709IsCertifiedInTheSecondFile() throws IOException {
        load(new TestMarc().book("e5", "Large", "=520  \\\\$a" + "x".repeat(10_000)));
        var report = certified(Format.ISO2709, Copies.AS_IMPORTED, new Which.All());
        assertThat(report.records()).isEqualTo(3);
        assertThat(report.asideFile()).isPresent();
        assertThat(report.certificate()).contains(new ExportCertificate(4, 3, 1, 0));
        assertThat(reasons()).containsExactly(Reason.SET_ASIDE);
    }

    @Test
    void theSpreadsheetHasARowForEachCopyAndEachTitleWithout() throws IOException {
        exports().run(new ExportRequest(target(), Format.CSV));
        assertThat(Files.readAllLines(target())).hasSize(5).satisfies(rows -> {
            assertThat(rows.get(1)).contains("Café des amis", "E0001", "8.50", "good");
            assertThat(rows.getLast()).contains(",'=Formula,");
        });
    }

    private ExportReport certified(Format format, Copies copies, Which which) throws IOException {
        return exports().runCertified(new ExportRequest(target(), format, copies, which), told::add);
    }

    private Stream<Reason> reasons() {
        return told.stream().flatMap(record -> record.changes().stream()).map(Change::reason);
    }

    private static Path target() {
        return directory.resolve("export.out");
    }

    private static MarcExports exports() {
        return new MarcExports(database(), Clock.systemUTC());
    }

    private static void load(TestMarc marc) {
        var report = new MarcImports(database(), Clock.systemUTC())
                .run(new ImportRequest(marc.file(), "S", true), count -> {});
        assertThat(report.refused()).isEmpty();
    }

    private static List<Long> ids() {
        return database()
                .read(connection ->
                        Sql.list(connection, "select id from bib_record order by id", row -> row.getLong(1)));
    }

    private static void change(String sql) {
        database().transaction(connection -> Sql.update(connection, sql));
    }

    private static Database database() {
        return new Database(java.util.Objects.requireNonNull(connections));
    }
}

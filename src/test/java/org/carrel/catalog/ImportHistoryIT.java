package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.Repair.Kind;
import org.carrel.cli.TestDatabase;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports and their lines as people page through them, and the doctor on what was not taken in. */
class ImportHistoryIT {
    private static final String SOUND =
            "00110nam a2200049 i 4500001000400000245005600004\u001Eok1\u001E10\u001FaA title of a length that is written";

    @TempDir
    static Path directory;

    private static TestDatabase server = TestDatabase.NONE;
    private static @Nullable HikariDataSource connections;

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

    @Test
    void importsAreListedNewestFirstPageByPage() {
        var first = load(books("p", 1));
        var second = load(books("q", 2));
        var third = load(books("r", 3));
        var page = history().imports(1, 2);
        assertThat(page.rows()).extracting(PastImport::number).containsExactly(third, second);
        assertThat(page.rows()).extracting(PastImport::records).containsExactly(3, 2);
        assertThat(page.rows().getFirst().state()).isEqualTo(ImportStatus.State.COMMITTED);
        var after = history().imports(2, 2);
        assertThat(after.rows().getFirst().number()).isEqualTo(first);
        assertThat(history().imports(page.pages() + 1, 2).rows()).isEmpty();
    }

    @Test
    void linesArePagedWithAndWithoutAnOutcome() throws IOException {
        load(books("s", 2));
        var file = Files.readString(books("s", 7).file()) + "\n" + "\u001D";
        var number = load(Files.writeString(directory.resolve("mixed.mrk"), file));
        var past = history().find(number).orElseThrow();
        assertThat(past.count(Outcome.SAME)).isEqualTo(2);
        assertThat(past.count(Outcome.ADDED)).isEqualTo(5);
        var added = history().lines(past, Optional.of(Outcome.ADDED), 2, 3);
        assertThat(added.rows()).extracting(PastImport.Line::number).containsExactly(6, 7);
        assertThat(added.pages()).isEqualTo(2);
        var all = history().lines(past, Optional.empty(), 2, 3);
        assertThat(all.rows()).extracting(PastImport.Line::number).startsWith(4, 5, 6);
        assertThat(history().lines(past, Optional.of(Outcome.CONFLICT), 1, 3).rows())
                .isEmpty();
    }

    @Test
    void aPlanThatWaitsShowsWhatWouldBecomeOfItsRecords() {
        var number = imports().stage(books("w", 2).file(), "waits.mrk", "IT");
        imports().resume();
        var past = history().find(number).orElseThrow();
        assertThat(past.state()).isEqualTo(ImportStatus.State.PLANNED);
        assertThat(past.count(Outcome.ADDED)).isEqualTo(2);
        assertThat(history().lines(past, Optional.empty(), 1, 10).rows()).hasSize(2);
        assertThat(imports().discard(number)).isTrue();
    }

    @Test
    void theDoctorSeesWhatWasNotTakenInAndNothingElse() throws IOException {
        var cut = Files.write(directory.resolve("cut.mrc"), SOUND.getBytes(StandardCharsets.US_ASCII));
        var number = load(cut);
        var doctor = new RecordDoctor(database());
        var found = doctor.examine(number, 1).orElseThrow();
        assertThat(found.line().outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(found.original()).isEqualTo(Files.readAllBytes(cut));
        assertThat(found.diagnosis().faults()).isNotEmpty();
        assertThat(doctor.repaired(number, 1, Kind.FRAME)).isEmpty();
        assertThat(doctor.examine(number, 2)).isEmpty();
        assertThat(doctor.examine(load(books("y", 1)), 1)).isEmpty();
        assertThat(doctor.examine(999_999, 1)).isEmpty();
    }

    private static TestMarc books(String prefix, int count) {
        var marc = new TestMarc();
        for (int i = 1; i <= count; i++) marc.book(prefix + i, "Title " + prefix + " " + i);
        return marc;
    }

    private static long load(TestMarc marc) {
        return load(marc.file());
    }

    private static long load(Path file) {
        return imports().run(new ImportRequest(file, "IT", true), done -> {}).number();
    }

    private static MarcImports imports() {
        return new MarcImports(database(), Clock.systemUTC());
    }

    private static ImportHistory history() {
        return new ImportHistory(database());
    }

    private static Database database() {
        return new Database(Objects.requireNonNull(connections));
    }
}

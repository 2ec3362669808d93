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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.LineFilter.Mark;
import org.carrel.catalog.LineFilter.Order;
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
        var page = history().imports(Optional.empty(), 1, 2);
        assertThat(page.rows()).extracting(PastImport::number).containsExactly(third, second);
        assertThat(page.rows()).extracting(PastImport::records).containsExactly(3, 2);
        assertThat(page.rows().getFirst().state()).isEqualTo(ImportStatus.State.COMMITTED);
        var after = history().imports(Optional.empty(), 2, 2);
        assertThat(after.rows().getFirst().number()).isEqualTo(first);
        assertThat(history().imports(Optional.empty(), page.pages() + 1, 2).rows())
                .isEmpty();
    }

    @Test
    void linesArePagedWithAndWithoutAnOutcome() throws IOException {
        load(books("s", 2));
        var file = Files.readString(books("s", 7).file()) + "\n" + "\u001D";
        var number = load(Files.writeString(directory.resolve("mixed.mrk"), file));
        var past = history().find(number).orElseThrow();
        assertThat(past.count(Outcome.SAME)).isEqualTo(2);
        assertThat(past.count(Outcome.ADDED)).isEqualTo(5);
        var added = history().lines(number, only(Outcome.ADDED), 2, 3);
        assertThat(added.rows()).extracting(line -> line.at().number()).containsExactly(6, 7);
        assertThat(added.pages()).isEqualTo(2);
        var all = history().lines(number, LineFilter.ALL, 2, 3);
        assertThat(all.rows()).extracting(line -> line.at().number()).startsWith(4, 5, 6);
        assertThat(history().lines(number, only(Outcome.CONFLICT), 1, 3).rows()).isEmpty();
    }

    @Test
    void linesAreFoundByTheirWordsAndSortedByTitle() {
        var marc = new TestMarc();
        marc.book("z1", "Zebras 100% striped").book("z2", "Ants").book("z3", "Zebras in 100 ways");
        var number = load(marc);
        assertThat(titles(number, "zebras", Order.FILE)).containsExactly("Zebras 100% striped", "Zebras in 100 ways");
        assertThat(titles(number, "100%", Order.FILE)).containsExactly("Zebras 100% striped");
        assertThat(titles(number, "z2", Order.FILE)).containsExactly("Ants");
        assertThat(titles(number, "_ebras", Order.FILE)).isEmpty();
        assertThat(titles(number, "", Order.TITLE))
                .containsExactly("Ants", "Zebras 100% striped", "Zebras in 100 ways");
    }

    private static List<String> titles(long number, String words, Order order) {
        var filter = new LineFilter(Optional.empty(), Optional.empty(), words, order);
        return history().lines(number, filter, 1, 10).rows().stream()
                .map(ImportLine::title)
                .toList();
    }

    private static LineFilter only(Outcome outcome) {
        return new LineFilter(Optional.of(outcome), Optional.empty(), "", Order.FILE);
    }

    @Test
    void aMarkFindsItsLinesAmongAllOutcomes() {
        var marc = new TestMarc();
        marc.book("m1", "With a label", "=852  \\\\$aIT$pLBL1").book("m2", "Without", "=852  \\\\$aIT$hFIC");
        var number = load(marc);
        var bare = new LineFilter(Optional.empty(), Optional.of(Mark.NEEDS_BARCODE), "", Order.FILE);
        assertThat(history().lines(number, bare, 1, 9).rows())
                .extracting(ImportLine::title)
                .containsExactly("Without");
        assertThat(history().marks(number)).containsEntry(Mark.NEEDS_BARCODE, 1).containsEntry(Mark.COPIES_LEFT_OUT, 0);
        assertThat(history().progress(number).orElseThrow().state().isAtRest()).isTrue();
        assertThat(history().progress(number).orElseThrow().done()).isEqualTo(2);
        assertThat(history().progress(999_999)).isEmpty();
    }

    @Test
    void rejectedRecordsComeBackInTheirVeryBytes() throws IOException {
        var cut = SOUND.getBytes(StandardCharsets.US_ASCII);
        var number = load(Files.write(directory.resolve("cut-again.mrc"), cut));
        var back = new ArrayList<byte[]>();
        history().rejected(number, rejected -> back.add(rejected.bytes()));
        assertThat(back).hasSize(1);
        assertThat(back.getFirst()).isEqualTo(cut);
        assertThat(history().rejectedFormats(number)).containsExactly(DamagedRecord.Format.ISO_2709);
    }

    @Test
    void aPlanThatWaitsShowsWhatWouldBecomeOfItsRecords() {
        var number = imports().stage(books("w", 2).file(), "waits.mrk", "IT");
        imports().resume();
        var past = history().find(number).orElseThrow();
        assertThat(past.state()).isEqualTo(ImportStatus.State.PLANNED);
        assertThat(past.count(Outcome.ADDED)).isEqualTo(2);
        assertThat(history().lines(number, LineFilter.ALL, 1, 10).rows()).hasSize(2);
        assertThat(imports().discard(number)).isTrue();
    }

    @Test
    void theDoctorSeesWhatWasNotTakenInAndNothingElse() throws IOException {
        var cut = Files.write(directory.resolve("cut.mrc"), SOUND.getBytes(StandardCharsets.US_ASCII));
        var number = load(cut);
        var doctor = new RecordDoctor(database(), Clock.systemUTC());
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
        return new ImportHistory(database(), Clock.systemUTC());
    }

    private static Database database() {
        return new Database(Objects.requireNonNull(connections));
    }
}

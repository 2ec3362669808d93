package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.carrel.catalog.ImportNotices.Example;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.cli.TestDatabase;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a librarian is shown before saying yes and after taking back: notices, reasons in both languages, three states. */
class ImportReviewIT {
    private static final String BOOK = "00000nam a2200000 i 4500";

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
    void aTitleThatWouldStandTwiceIsNoticedInTheCatalogAndInTheFile() {
        load(new TestMarc()
                .book("t1", "The twice told", "=020  \\\\$a9780306406157", "=100  1\\$aHale, Ann.")
                .book("t2", "Audio only", "=100  1\\$aHale, Ann."));
        var number = plan(new TestMarc()
                // another edition, in other letters
                .book("t3", "Twice TOLD /", "=020  \\\\$a9780439708180", "=100  1\\$aHale, Anne,$d1960-")
                // twice in the file, two editions of one agency
                .book("t4", "Double trouble", "=020  \\\\$a9780804429573", "=100  1\\$aOrtiz, Leo.")
                .book("t5", "Double trouble", "=020  \\\\$a9780590353403", "=100  1\\$aOrtiz, Leo.")
                // by somebody else; in another format; the same record again
                .book("t6", "The twice told", "=100  1\\$aIto, Kei.")
                .record("00000nim a2200000 i 4500", "=001  t7", "=100  1\\$aHale, Ann.", "=245  10$aAudio only")
                .book("t1", "The twice told", "=020  \\\\$a9780306406157", "=100  1\\$aHale, Ann."));
        var twice = notices(number).twice();
        assertThat(twice.count()).isEqualTo(2);
        assertThat(twice.examples())
                .extracting(Example::record, Example::title, Example::otherBibId, e -> e.otherRecord()
                        .orElse(0))
                .containsExactly(
                        tuple(1, "Twice TOLD", Optional.of(id("t1")), 0),
                        tuple(3, "Double trouble", Optional.empty(), 2));
        commit(number);
        assertThat(notices(number).twice().examples())
                .extracting(Example::record, Example::otherBibId)
                .containsExactly(tuple(1, Optional.of(id("t1"))), tuple(3, Optional.of(id("t4"))));
    }

    @Test
    void copiesWithoutShelfOrBarcodeAndTitlesWithoutCopiesAreCounted() {
        load(new TestMarc().book("c0", "Has a copy", "=852  \\\\$hFIC$pC01").book("c1", "Has none"));
        var number = plan(new TestMarc()
                .book("c0", "Has a copy", "=500  \\\\$aNew")
                .book("c1", "Has none", "=500  \\\\$aNew")
                // by location only, which is new; by call number only; by neither, one of them without barcode
                .book(
                        "c2",
                        "Four copies",
                        "=852  \\\\$bANNEX$pC21",
                        "=852  \\\\$hFIC$pC22",
                        "=852  \\\\$pC23",
                        "=852  \\\\$tc.4")
                .book("c3", "No copies yet")
                .book("c3", "No copies yet", "=852  \\\\$hFIC$pC31")
                .book("c4", "None at all")
                .record(
                        "00000nam a2200000 i 4500",
                        "=001  c5",
                        "=245  10$aElectronic$h[electronic resource]",
                        "=856  40$uhttps://example.org/"));
        var planned = notices(number);
        assertThat(planned.withoutShelf().count()).isEqualTo(2);
        assertThat(planned.withoutShelf().examples())
                .extracting(Example::title, Example::copies)
                .containsExactly(tuple("Four copies", 2));
        assertThat(planned.withoutBarcode().count()).isEqualTo(1);
        assertThat(planned.withoutCopies().examples())
                .extracting(Example::title)
                .containsExactly("Has none", "None at all");
        assertThat(planned.deletions().count()).isZero();
        commit(number);
        assertThat(notices(number)).isEqualTo(planned);
        assertThat(imports().notices(987_654)).isEmpty();
    }

    @Test
    void deletionsAreNoticedWithTheTitleTheyMean() {
        load(new TestMarc().book("d1", "Meant by number"));
        var number = plan(new TestMarc()
                .record("00000dam a2200000 i 4500", "=001  d1", "=003  TEST")
                .record("00000dam a2200000 i 4500", "=001  d2", "=003  TEST"));
        assertThat(notices(number).deletions().count()).isEqualTo(1);
        assertThat(notices(number).deletions().examples())
                .extracting(Example::title, Example::otherBibId)
                .containsExactly(tuple("Meant by number", Optional.of(id("d1"))));
    }

    @Test
    void ofAHundredThousandRecordsTheyAreReadInLessThanTwoSeconds() {
        var number = plan(new TestMarc().book("big", "One of many"));
        edit("insert into import_plan (job_id, number, byte_offset, outcome, title, control_number, reason, remarks, "
                + "copies_without_shelf, without_copies, twin_line) select " + number
                + ", seq, seq * 500, 'added', concat('Title of a length as titles have it ', seq), concat('n', seq), "
                + "repeat('r', 120), repeat('x', 300), if(seq > 99990, 2, 0), seq % 3 = 0, nullif(seq % 2, 0) "
                + "from seq_2_to_100000");
        var began = System.nanoTime();
        var notices = notices(number);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(notices.twice().count()).isEqualTo(49_999);
        assertThat(notices.twice().examples()).hasSize(ImportNotices.MAX_EXAMPLES);
        assertThat(notices.withoutShelf().count()).isEqualTo(20);
        imports().discard(number);
    }

    @Test
    void aRehearsalMeetsTheRecordsOfItsFileAsTheImportDoes() {
        load(new TestMarc().book("r5", "Comes in two", "=500  \\\\$aOld"));
        var made = "=260  \\\\$aAustin :$bSame House,$c2001.";
        var editor = "=700  1\\$aHale, Ann,$eeditor.";
        var file = new TestMarc()
                // nobody but an editor is named: the second is the first, once without and once with a new field
                .book("r1", "Edited tales", editor, made)
                .book("", "Edited tales", editor, made)
                .book("", "Edited tales", editor, made, "=650  \\0$aTales")
                // of the catalog: a newer one, the same again, the old one again, one with a field more
                .book("r5", "Comes in two", "=500  \\\\$aNew")
                .book("r5", "Comes in two", "=500  \\\\$aNew")
                .book("r5", "Comes in two", "=500  \\\\$aOld")
                .book("r5", "Comes in two", "=500  \\\\$aOld", "=500  \\\\$aNew", "=852  \\\\$hFIC$pR51")
                .file();
        var rehearsed = imports().run(new ImportRequest(file, "REV", false), count -> {});
        var done = imports().run(new ImportRequest(file, "REV", true), count -> {});
        assertThat(rehearsed.outcomes()).isEqualTo(done.outcomes());
        assertThat(rehearsed.copies()).isEqualTo(done.copies());
        assertThat(done.outcomes()).isEqualTo(Map.of(Outcome.ADDED, 1, Outcome.SAME, 2, Outcome.OVERLAID, 4));
    }

    @Test
    void whatAPersonEditedSinceIsShownInItsThreeStates() {
        load(new TestMarc().book("w1", "Three states", "=500  \\\\$aBefore", "=520  \\\\$aSummary", "=650  \\0$aDogs"));
        var import2 = load(new TestMarc()
                .book("w1", "Three states", "=500  \\\\$aImported", "=520  \\\\$aSummary", "=650  \\0$aCats"));
        var bibId = id("w1");
        assertThat(imports().threeWay(import2.number(), bibId))
                .as("nothing since")
                .isEmpty();
        editMarc(bibId, "\"Imported\"", "\"By hand\"");
        editMarc(bibId, "\"Summary\"", "\"Better summary\"");
        assertThat(imports().undo(import2.number()).orElseThrow().kept())
                .extracting(UndoReport.Kept::why)
                .containsExactly(UndoReport.Outcome.KEPT_EDITED);
        assertThat(imports().threeWay(import2.number(), bibId))
                .extracting(ThreeWayChange::tag, c -> text(c.before()), c -> text(c.imported()), c -> text(c.now()))
                .containsExactly(
                        tuple("500", "Before", "Imported", "By hand"),
                        tuple("650", "Dogs", "Cats", "Cats"),
                        tuple("520", "Summary", "Summary", "Better summary"));
        assertThat(imports().threeWay(import2.number(), 987_654)).isEmpty();
        assertThat(imports().threeWay(987_654, bibId)).isEmpty();
    }

    @Test
    void whatALaterImportWroteOverItIsShownToo() {
        var first = load(new TestMarc().book("w2", "Layers", "=500  \\\\$aFirst"));
        load(new TestMarc().book("w2", "Layers", "=500  \\\\$aSecond"));
        imports().undo(first.number());
        assertThat(imports().threeWay(first.number(), id("w2")))
                .filteredOn(change -> !change.isUnchangedSince())
                .extracting(c -> text(c.before()), c -> text(c.imported()), c -> text(c.now()))
                .containsExactly(tuple("", "First", "Second"));
    }

    @Test
    void whatUndoTookBackHasNothingToShow() {
        load(new TestMarc().book("w3", "Taken back", "=500  \\\\$aBefore"));
        var second = load(new TestMarc().book("w3", "Taken back", "=500  \\\\$aAfter"));
        imports().undo(second.number());
        assertThat(imports().threeWay(second.number(), id("w3"))).isEmpty();
    }

    @Test
    void reasonsAreToldInBothLanguages() throws IOException {
        load(new TestMarc().book("s1", "The first owner", "=020  \\\\$a0306406152"));
        var report = load(new TestMarc()
                .book("s2", "A later squatter", "=020  \\\\$a9780306406157")
                .record("00000nz  a2200000n  4500", "=001  s3", "=100  1\\$aRowling, J. K."));
        var lines = imports().lines(report.number(), Optional.empty(), 0, 5);
        for (var line : lines) {
            assertThat(sentence(line.why().getFirst(), Locale.ENGLISH)).isEqualTo(line.reason());
        }
        assertThat(lines.get(0).problem()).isEqualTo("CONFLICT");
        assertThat(sentence(lines.get(0).why().getFirst(), Locale.of("es")))
                .contains("El mismo ISBN", "The first owner");
        assertThat(lines.get(1).problem()).isEqualTo("NOT_A_TITLE");
        assertThat(sentence(lines.get(1).why().getFirst(), Locale.of("es"))).contains("registro de autoridad");
        var shown = new ImportHistory(database(), Clock.systemUTC())
                .line(report.number(), 1)
                .orElseThrow();
        assertThat(sentence(shown.why().getFirst(), Locale.of("es"))).contains("El mismo ISBN");

        var page = Files.writeString(directory.resolve("page.mrc"), "<html><body>Not found</body></html>");
        var refused = imports().stage(page, "page.mrc", "REV");
        imports().resume();
        var why = imports().status(refused).orElseThrow().whyRefused().orElseThrow();
        assertThat(sentence(why, Locale.ENGLISH))
                .isEqualTo(imports().status(refused).orElseThrow().refused().orElseThrow());
        assertThat(sentence(why, Locale.of("es"))).contains("web");
        assertThat(new ImportHistory(database(), Clock.systemUTC())
                        .find(refused)
                        .orElseThrow()
                        .whyRefused())
                .hasValueSatisfying(found -> assertThat(found.problem().name())
                        .isEqualTo(why.problem().name()));
    }

    @Test
    void oldLinesAreToldInTheWordsThatWereKept() {
        load(new TestMarc().book("o1", "Old owner", "=020  \\\\$a9780439708180"));
        var report = load(new TestMarc().book("o2", "Old squatter", "=020  \\\\$a9780439708180"));
        edit("update import_line set remarks = null where job_id = " + report.number());
        edit("update import_job set refused = 'Too old.' where id = " + report.number());
        var line = imports().lines(report.number(), Optional.empty(), 0, 5).getFirst();
        assertThat(sentence(line.why().getFirst(), Locale.of("es")))
                .isEqualTo(line.reason())
                .contains("Old owner");
        var why = imports().status(report.number()).orElseThrow().whyRefused().orElseThrow();
        assertThat(sentence(why, Locale.of("es"))).isEqualTo("Too old.");
    }

    private static String sentence(Finding finding, Locale language) {
        var bundle = ResourceBundle.getBundle(finding.problem().bundle(), language);
        return new MessageFormat(bundle.getString("problem." + finding.problem().name()), language)
                .format(new Object[] {finding.place(), finding.detail()})
                .strip();
    }

    private static String text(Optional<MarcField> field) {
        return field.map(found -> found instanceof DataField data
                        ? data.subfields().getFirst().data()
                        : ((ControlField) found).data())
                .orElse("");
    }

    /** As an edit by a person does it: the version before is kept, and no import wrote the new one. */
    private static void editMarc(long bibId, String was, String is) {
        edit("insert into bib_version (bib_id, version, marc, original, original_format, original_encoding, "
                + "incoming_hash, import_job_id) select id, version, marc, original, original_format, "
                + "original_encoding, incoming_hash, import_job_id from bib_record where id = " + bibId);
        edit("update bib_record set version = version + 1, import_job_id = null, marc = replace(marc, '" + was + "', '"
                + is + "') where id = " + bibId);
    }

    private static long plan(TestMarc marc) {
        var number = imports().stage(marc.file(), "planned.mrk", "REV");
        assertThat(imports().resume()).isEqualTo(1);
        return number;
    }

    private static void commit(long number) {
        assertThat(imports().commit(number)).isTrue();
        assertThat(imports().resume()).isEqualTo(1);
    }

    private static ImportNotices notices(long number) {
        return imports().notices(number).orElseThrow();
    }

    private static MarcImports imports() {
        return new MarcImports(database(), Clock.systemUTC());
    }

    private static ImportReport load(TestMarc marc) {
        return imports().run(new ImportRequest(marc.file(), "REV", true), count -> {});
    }

    private static long id(String number) {
        return Long.parseLong(list("select id from bib_record where control_number = ?", number)
                .getFirst());
    }

    private static void edit(String sql) {
        database().transaction(connection -> Sql.update(connection, sql));
    }

    private static List<String> list(String sql, Object... parameters) {
        return database().read(connection -> Sql.list(connection, sql, row -> row.getString(1), parameters));
    }

    private static Database database() {
        if (connections == null) throw new IllegalStateException("No database");
        return new Database(connections);
    }
}

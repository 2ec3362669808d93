package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.UndoReport.Kept;
import org.carrel.cli.CarrelCommand;
import org.carrel.cli.TestDatabase;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that ask to delete a title (leader/05 = d): offered, done when accepted, and undone. */
class ImportDeletionsIT {
    private static final String DELETED = "00000dam a2200000 i 4500";

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

    /** Whatever was deleted and brought back, every promise of the catalog holds. */
    @AfterEach
    void verify() {
        var problems = new ArrayList<String>();
        new CatalogCheck(database(), Clock.systemUTC()).run(problems::add);
        assertThat(problems).isEmpty();
    }

    @Test
    void unacceptedItIsOnlyOfferedAndNamesTheTitle() {
        load(new TestMarc().book("a1", "Offered only", "=852  \\\\$hFIC$pA1"));
        var before = state();
        var report = load(deletion("a1", "TEST", "Offered only"));
        assertThat(report.count(Outcome.DELETION)).isEqualTo(1);
        assertThat(report.deleted()).isZero();
        assertThat(report.notes()).singleElement().satisfies(note -> {
            assertThat(note.problem()).isEqualTo("DELETION_ASKED");
            assertThat(note.reason()).contains("“Offered only”");
        });
        var line = imports().lines(report.number(), Optional.empty(), 0, 5).getFirst();
        assertThat(line.match().orElseThrow().bibId()).contains(id("a1"));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void acceptedTheTitleLeavesWithItsCopiesAndTheCatalogTellsSearch() {
        load(new TestMarc()
                .book("b1", "To be deleted", "=852  \\\\$hFIC$pB1", "=852  \\\\$hFIC")
                .book("b2", "Stays"));
        var id = id("b1");
        var change = catalog().lastChange();
        var report = delete(deletion("b1", "TEST", "To be deleted"));
        assertThat(report.deleted()).isEqualTo(1);
        assertThat(report.notes()).singleElement().extracting("problem").isEqualTo("DELETION_DONE");
        assertThat(titles("b")).containsExactly("Stays");
        assertThat(list("select barcode from item where barcode = 'B1'")).isEmpty();
        assertThat(catalog().find(id)).isEmpty();
        assertThat(catalog().changesAfter(change, 10)).extracting("bibId").containsExactly(id);
        assertThat(imports()
                        .lines(report.number(), Optional.empty(), 0, 5)
                        .getFirst()
                        .match())
                .hasValueSatisfying(match -> assertThat(match.bibId()).contains(id));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        load(new TestMarc().book("c1", "Deleted twice"));
        var file = deletion("c1", "TEST", "Deleted twice");
        assertThat(delete(file).deleted()).isEqualTo(1);
        var change = catalog().lastChange();
        var again = delete(file);
        assertThat(again.deleted()).isZero();
        assertThat(again.count(Outcome.DELETION)).isEqualTo(1);
        assertThat(again.notes()).singleElement().extracting("problem").isEqualTo("DELETION_NOT_THERE");
        assertThat(catalog().lastChange()).isEqualTo(change);
    }

    @Test
    void undoneTitleCopiesAndVersionsAreBackExactly() {
        load(new TestMarc().book("d1", "Back again", "=500  \\\\$aOne", "=852  \\\\$hFIC$iOLD$pD1"));
        load(new TestMarc().book("d1", "Back again", "=500  \\\\$aTwo", "=852  \\\\$hFIC$iNEW$pD1", "=852  \\\\$hE"));
        var before = state();
        var report = delete(deletion("d1", "TEST", "Back again"));
        assertThat(state()).isNotEqualTo(before);
        var undone = imports().undo(report.number()).orElseThrow();
        assertThat(undone.records()).isEqualTo(Map.of(UndoReport.Outcome.RESTORED, 1));
        assertThat(undone.copies()).isEqualTo(Map.of(UndoReport.Outcome.RESTORED, 2));
        assertThat(undone.kept()).isEmpty();
        assertThat(state()).isEqualTo(before);
        assertThat(imports().undo(report.number())).as("undone again").contains(undone);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aTitleThatWasLentOrThatAnotherSiteHasStays() {
        load(new TestMarc().book("e1", "Was lent", "=852  \\\\$hFIC$pE1", "=852  \\\\$hFIC$pE2"));
        edit("update item set circulations = 3 where barcode = 'E2'");
        load(new TestMarc().book("e2", "Elsewhere too", "=852  \\\\$hFIC$pE3"));
        imports()
                .run(
                        new ImportRequest(
                                new TestMarc()
                                        .book("e2", "Elsewhere too", "=852  \\\\$hFIC$pE4")
                                        .file(),
                                "OTHER",
                                true),
                        count -> {});
        var before = state();
        var report = delete(new TestMarc()
                .record(DELETED, "=001  e1", "=003  TEST", "=245  10$aWas lent")
                .record(DELETED, "=001  e2", "=003  TEST", "=245  10$aElsewhere too"));
        assertThat(report.deleted()).isZero();
        assertThat(report.notes())
                .extracting(ImportReport.Note::problem)
                .containsExactly("DELETION_LENT", "DELETION_ELSEWHERE");
        assertThat(report.notes().get(0).reason()).contains("E2");
        assertThat(report.notes().get(1).reason()).contains("OTHER");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aTitleWithACopyOnLoanStays() { // B61
        load(new TestMarc().book("e5", "Out now", "=852  \\\\$hFIC$pE51", "=852  \\\\$hFIC$pE52"));
        edit("insert into patron (family_name) values ('Borrower')");
        edit("insert ignore into loan_terms (digest, rule) values (unhex(sha2('{}', 256)), '{}')");
        edit(
                "insert into loan (item_id, patron_id, site_id, zone, patron_category, lent_at, terms_id) "
                        + "select i.id, (select max(id) from patron), i.site_id, 'America/Chicago', 'student', "
                        + "utc_timestamp(3), (select id from loan_terms where rule = '{}') from item i where i.barcode = 'E52'");
        var before = state();
        var report = delete(new TestMarc().record(DELETED, "=001  e5", "=003  TEST", "=245  10$aOut now"));
        assertThat(report.deleted()).isZero();
        assertThat(report.notes()).extracting(ImportReport.Note::problem).containsExactly("DELETION_LENT");
        assertThat(report.notes().getFirst().reason()).contains("E52");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void whatIsNotCertainIsShownAndNeverDone() {
        load(new TestMarc()
                .book("f1", "By its ISBN", "=020  \\\\$a9780306406157")
                .book("f2", "One title")
                .book("f4", "Only its title"));
        var before = state();
        var report = delete(new TestMarc()
                .record(DELETED, "=001  x9", "=003  TEST", "=020  \\\\$a0306406152", "=245  10$aBy its ISBN")
                .record(DELETED, "=001  f2", "=003  TEST", "=245  10$aAnother title")
                .record(DELETED, "=001  f2", "=003  OTHER", "=245  10$aOne title by another agency")
                .record(DELETED, "=001  f4"));
        assertThat(report.deleted()).isZero();
        assertThat(report.notes())
                .extracting(ImportReport.Note::problem)
                .containsExactly("DELETION_UNSURE", "DELETION_UNSURE", "DELETION_NOT_THERE", "DELETION_UNSURE");
        assertThat(imports().lines(report.number(), Optional.empty(), 0, 5))
                .first()
                .satisfies(line -> assertThat(line.match().orElseThrow().key()).isEqualTo("ISBN"));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aBareNumberOfTheSameAgencyIsEnough() {
        load(new TestMarc().book("g1", "Named by number"));
        assertThat(delete(new TestMarc().record(DELETED, "=001  g1", "=003  TEST"))
                        .deleted())
                .isEqualTo(1);
    }

    @Test
    void whatAFileAddsDeletesAndAddsAgainIsDoneInItsOrder() {
        load(new TestMarc().book("h1", "In order", "=852  \\\\$hFIC$pH1"));
        var before = state();
        var report = delete(new TestMarc()
                .record(DELETED, "=001  h1", "=003  TEST")
                .book("h1", "In order", "=500  \\\\$aNew", "=852  \\\\$hFIC$pH1")
                .book("h2", "Comes and goes")
                .record(DELETED, "=001  h2", "=003  TEST"));
        assertThat(report.deleted()).isEqualTo(2);
        assertThat(report.count(Outcome.ADDED)).isEqualTo(2);
        assertThat(titles("h")).containsExactly("In order");
        assertThat(report.copies().rejected()).isZero();
        var undone = imports().undo(report.number()).orElseThrow();
        assertThat(undone.kept()).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aTitleThatCameAgainSinceIsNotBroughtBackBesideItself() {
        load(new TestMarc().book("i1", "Came again", "=852  \\\\$hFIC$pI1"));
        var report = delete(deletion("i1", "TEST", "Came again"));
        load(new TestMarc().book("i1", "Came again", "=852  \\\\$hFIC$pI1"));
        var undone = imports().undo(report.number()).orElseThrow();
        assertThat(undone.kept())
                .extracting(Kept::barcode, Kept::why)
                .containsExactly(
                        tuple("", UndoReport.Outcome.KEPT_LATER_IMPORT),
                        tuple("I1", UndoReport.Outcome.KEPT_LATER_IMPORT));
        assertThat(titles("i")).hasSize(1);
    }

    @Test
    void aCopyWhoseBarcodeIsAnothersNowStaysAway() {
        load(new TestMarc().book("j1", "Lost a barcode", "=852  \\\\$hFIC$pJ1", "=852  \\\\$hFIC$pJ2"));
        var report = delete(deletion("j1", "TEST", "Lost a barcode"));
        load(new TestMarc().book("j2", "Got a barcode", "=852  \\\\$hFIC$pJ1"));
        var undone = imports().undo(report.number()).orElseThrow();
        assertThat(undone.records()).isEqualTo(Map.of(UndoReport.Outcome.RESTORED, 1));
        assertThat(undone.kept()).extracting(Kept::barcode).containsExactly("J1");
        assertThat(list("select concat(i.barcode, ' ', b.title) from item i join bib_record b on b.id = i.bib_id "
                        + "where i.barcode like 'J%' order by i.barcode"))
                .containsExactly("J1 Got a barcode", "J2 Lost a barcode");
    }

    @Test
    void importAndDeletionAreUndoneInAnyOrder() {
        var before = state();
        var added = load(new TestMarc().book("k1", "Any order", "=852  \\\\$hFIC$pK1"));
        var deleted = delete(deletion("k1", "TEST", "Any order"));
        assertThat(imports().undo(added.number()).orElseThrow().kept())
                .extracting(Kept::barcode, Kept::why)
                .containsExactly(
                        tuple("", UndoReport.Outcome.KEPT_LATER_IMPORT),
                        tuple("K1", UndoReport.Outcome.KEPT_LATER_IMPORT));
        imports().undo(deleted.number());
        assertThat(titles("k")).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aPlanOffersThemAndTheLibrarianAccepts() {
        load(new TestMarc().book("l1", "Planned away"));
        var number = imports().stage(deletion("l1", "TEST", "Planned away").file(), "weekly.mrk", "DEL");
        imports().resume();
        var line = imports().lines(number, Optional.of(Outcome.DELETION), 0, 5).getFirst();
        assertThat(line.problem()).isEqualTo("DELETION_ASKED");
        assertThat(line.match().orElseThrow().bibId()).contains(id("l1"));
        assertThat(imports().commit(number, new ImportChoices(true))).isTrue();
        assertThat(imports().status(number).orElseThrow().acceptsDeletions()).isTrue();
        imports().resume();
        assertThat(titles("l")).isEmpty();
        assertThat(imports().report(number).orElseThrow().deleted()).isEqualTo(1);
    }

    @Test
    void aTableThatLostStepWithItsTwinIsABrokenPromise() {
        edit("alter table item add column odd int null");
        var problems = new ArrayList<String>();
        new CatalogCheck(database(), Clock.systemUTC()).run(problems::add);
        edit("alter table item drop column odd");
        assertThat(problems).singleElement().asString().contains("table item ");
    }

    @Test
    void theCommandLineDeletesWhenTold() {
        load(new TestMarc().book("m1", "By command"));
        var file = deletion("m1", "TEST", "By command").file();
        assertThat(command(file, "--accept-deletions").getInt("deleted"))
                .as("rehearsed")
                .isZero();
        assertThat(command(file, "--commit").getInt("deleted")).isZero();
        assertThat(titles("m")).hasSize(1);
        assertThat(command(file, "--commit", "--accept-deletions").getInt("deleted"))
                .isEqualTo(1);
        assertThat(titles("m")).isEmpty();
    }

    private static JsonObject command(Path file, String... options) {
        return new CarrelCommand(server.access(), directory).importing(List.of(options), List.of(file));
    }

    private static TestMarc deletion(String number, String source, String title) {
        return new TestMarc().record(DELETED, "=001  " + number, "=003  " + source, "=245  10$a" + title);
    }

    private static MarcImports imports() {
        return new MarcImports(database(), Clock.systemUTC());
    }

    private static Catalog catalog() {
        return new Catalog(database(), Clock.systemUTC());
    }

    private static ImportReport load(TestMarc marc) {
        return imports().run(new ImportRequest(marc.file(), "DEL", true), count -> {});
    }

    private static ImportReport delete(TestMarc marc) {
        return imports().run(new ImportRequest(marc.file(), "DEL", true, true, Optional.empty()), count -> {});
    }

    private static Database database() {
        if (connections == null) throw new IllegalStateException("No database");
        return new Database(connections);
    }

    private static void edit(String sql) {
        database().transaction(connection -> Sql.update(connection, sql));
    }

    private static List<String> list(String sql, Object... parameters) {
        return database().read(connection -> Sql.list(connection, sql, row -> row.getString(1), parameters));
    }

    private static long id(String number) {
        return Long.parseLong(list("select id from bib_record where control_number = ?", number)
                .getFirst());
    }

    private static List<String> titles(String numbers) {
        return list("select title from bib_record where control_number like ? order by title", numbers + "%");
    }

    /** All there is of records and copies, versions, keys, times and all. */
    private static List<String> state() {
        var state = new ArrayList<String>();
        state.addAll(list("select concat_ws('|', id, source, control_number, title, version, sha2(marc, 256), "
                + "sha2(original, 256), hex(incoming_hash), import_job_id, created_at, updated_at) "
                + "from bib_record order by id"));
        state.addAll(list("select concat_ws('|', bib_id, version, sha2(marc, 256), import_job_id, replaced_at) "
                + "from bib_version order by bib_id, version"));
        state.addAll(list("select concat_ws('|', key_hash, bib_id) from bib_key order by bib_id, key_hash"));
        state.addAll(list("select concat_ws('|', id, bib_id, site_id, ifnull(shelf_location_id, '-'), "
                + "ifnull(barcode, '-'), call_prefix, call_class, call_cutter, hex(shelf_key), note, version, "
                + "circulations, import_job_id, created_at, updated_at) from item order by id"));
        state.addAll(list("select concat_ws('|', item_id, version, call_cutter, import_job_id, replaced_at) "
                + "from item_version order by item_id, version"));
        return state;
    }
}

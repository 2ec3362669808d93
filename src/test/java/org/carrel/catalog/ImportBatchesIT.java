package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
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

/** Imports that are planned, committed when a person says so, and undone: after nothing, an edit, a lent copy, another import on top, and in any order. */
class ImportBatchesIT {
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

    /** Whatever was undone, every promise of the catalog holds. */
    @AfterEach
    void verify() {
        var problems = new ArrayList<String>();
        new CatalogCheck(database(), Clock.systemUTC()).run(problems::add);
        assertThat(problems).isEmpty();
    }

    @Test
    void afterNothingTheCatalogIsWhatItWas() {
        load(new TestMarc().book("u0", "Here before", "=590  \\\\$aOurs", "=852  \\\\$hFIC$pU0001"));
        var before = state();
        var import1 = load(new TestMarc()
                .book("u0", "Here before", "=500  \\\\$aNewer", "=852  \\\\$hFIC$iMOVED$pU0001")
                .book("u1", "Comes and goes", "=852  \\\\$hFIC$pU0002", "=852  \\\\$hFIC$pU0003"));
        assertThat(import1.count(Outcome.OVERLAID)).isEqualTo(1);
        assertThat(import1.count(Outcome.ADDED)).isEqualTo(1);
        assertThat(state()).isNotEqualTo(before);

        var undone = undo(import1);
        assertThat(undone.records()).isEqualTo(Map.of(UndoReport.Outcome.REMOVED, 1, UndoReport.Outcome.RESTORED, 1));
        assertThat(undone.copies()).isEqualTo(Map.of(UndoReport.Outcome.REMOVED, 2, UndoReport.Outcome.RESTORED, 1));
        assertThat(undone.kept()).isEmpty();
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void undoneAgainItChangesNothingAndSaysTheSame() {
        var import1 = load(new TestMarc().book("u10", "Twice undone", "=852  \\\\$hFIC$pU1001"));
        var first = undo(import1);
        var before = state();
        assertThat(undo(import1)).isEqualTo(first);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theFileCanBeImportedAgainAfterwards() {
        var file = new TestMarc().book("u15", "Once more", "=852  \\\\$hFIC$pU1501");
        undo(load(file));
        var again = load(file);
        assertThat(again.count(Outcome.ADDED)).isEqualTo(1);
        assertThat(again.copies().added()).isEqualTo(1);
    }

    @Test
    void whatAPersonEditedSinceIsLeftAndListed() {
        var import1 = load(new TestMarc()
                .book("u20", "Edited title", "=852  \\\\$hFIC$pU2001")
                .book("u21", "Edited copy", "=852  \\\\$hFIC$pU2101"));
        edit("update bib_record set import_job_id = null where control_number = 'u20'");
        edit("update item set import_job_id = null where barcode = 'U2101'");
        // as an edit keeps the version before it
        edit("insert into bib_version (bib_id, version, marc, original, original_format, original_encoding, "
                + "incoming_hash, import_job_id) select id, 1, marc, original, original_format, original_encoding, "
                + "incoming_hash, " + import1.number() + " from bib_record where control_number = 'u20'");
        edit("update bib_record set version = 2 where control_number = 'u20'");
        edit("insert into item_version select id, 1, bib_id, site_id, shelf_location_id, item_type_id, barcode, "
                + "call_prefix, call_class, call_cutter, call_suffix, shelf_key, copy_number, volume, price_cents, "
                + "acquired_on, vendor, fund, note, lendable, " + import1.number()
                + ", utc_timestamp(3) from item where barcode = 'U2101'");
        edit("update item set version = 2 where barcode = 'U2101'");

        var undone = undo(import1);
        assertThat(undone.kept())
                .extracting(Kept::title, Kept::barcode, Kept::why)
                .containsExactlyInAnyOrder(
                        tuple("Edited title", "", UndoReport.Outcome.KEPT_EDITED),
                        tuple("Edited copy", "U2101", UndoReport.Outcome.KEPT_EDITED),
                        tuple("Edited copy", "", UndoReport.Outcome.KEPT_HAS_COPIES));
        assertThat(titles("u2")).containsExactly("Edited copy", "Edited title");
        assertThat(barcodes("U2")).containsExactly("U2101");
    }

    @Test
    void aCopyThatWasLentStaysWithItsTitle() {
        var import1 =
                load(new TestMarc().book("u30", "Lent and kept", "=852  \\\\$hFIC$pU3001", "=852  \\\\$hFIC$pU3002"));
        edit("update item set circulations = 1 where barcode = 'U3001'");
        var undone = undo(import1);
        assertThat(undone.kept())
                .extracting(Kept::barcode, Kept::why)
                .containsExactlyInAnyOrder(
                        tuple("U3001", UndoReport.Outcome.KEPT_CIRCULATED),
                        tuple("", UndoReport.Outcome.KEPT_HAS_COPIES));
        assertThat(barcodes("U30")).containsExactly("U3001");
    }

    /** B61: it could not be returned otherwise; and what came back is in somebody's history. */
    @Test
    void aCopyOnLoanStaysWithItsTitleAndSoDoesOneThatIsBack() {
        var import1 = load(new TestMarc()
                .book("u31", "Out now", "=852  \\\\$hFIC$pU3101", "=852  \\\\$hFIC$pU3102", "=852  \\\\$hFIC$pU3103"));
        lend("U3101");
        lend("U3102");
        edit("update loan set ended = 'returned', returned_at = lent_at, checked_in_at = lent_at "
                + "where item_id = (select id from item where barcode = 'U3102')");
        var undone = undo(import1);
        assertThat(undone.kept())
                .extracting(Kept::barcode, Kept::why)
                .containsExactlyInAnyOrder(
                        tuple("U3101", UndoReport.Outcome.KEPT_CIRCULATED),
                        tuple("U3102", UndoReport.Outcome.KEPT_CIRCULATED),
                        tuple("", UndoReport.Outcome.KEPT_HAS_COPIES));
        assertThat(barcodes("U31")).containsExactly("U3101", "U3102");
    }

    private void lend(String barcode) {
        edit("insert into patron (family_name) values ('Borrower')");
        edit("insert ignore into loan_terms (digest, rule) values (unhex(sha2('{}', 256)), '{}')");
        edit("insert into loan (item_id, patron_id, site_id, zone, patron_category, lent_at, terms_id) "
                + "select i.id, (select max(id) from patron), i.site_id, 'America/Chicago', 'student', "
                + "utc_timestamp(3), (select id from loan_terms where rule = '{}') from item i where i.barcode = '"
                + barcode + "'");
    }

    @Test
    void theOneInTheMiddleLeavesWhatTheLaterOneBuiltOnIt() {
        load(new TestMarc().book("u40", "Three layers", "=500  \\\\$aFirst"));
        var second = load(new TestMarc().book("u40", "Three layers", "=500  \\\\$aSecond"));
        var third = load(new TestMarc().book("u40", "Three layers", "=500  \\\\$aThird"));
        var undone = undo(second);
        assertThat(undone.kept()).extracting(Kept::why).containsExactly(UndoReport.Outcome.KEPT_LATER_IMPORT);
        assertThat(marc("u40")).contains("Third");
        // What the third import goes back to is not the second, which is undone.
        assertThat(undo(third).records()).isEqualTo(Map.of(UndoReport.Outcome.RESTORED, 1));
        assertThat(marc("u40")).contains("First").doesNotContain("Second");
    }

    @Test
    void aTitleThatOnlyUndoneImportsMadeIsGone() {
        var first = load(new TestMarc().book("u50", "Made by two", "=500  \\\\$aFirst"));
        var second = load(new TestMarc().book("u50", "Made by two", "=500  \\\\$aSecond"));
        undo(first);
        assertThat(titles("u50")).hasSize(1);
        undo(second);
        assertThat(titles("u50")).isEmpty();
    }

    @Test
    void aTitleWithACopyFromALaterImportStays() {
        var first = load(new TestMarc().book("u60", "Shared title", "=852  \\\\$hFIC$pU6001"));
        load(new TestMarc().book("u60", "Shared title", "=852  \\\\$hFIC$pU6002"));
        undo(first);
        assertThat(titles("u60")).hasSize(1);
        assertThat(barcodes("U60")).containsExactly("U6002");
    }

    @Test
    void thereIsNothingToUndoUnderAnotherNumber() {
        assertThat(imports().undo(987_654)).isEmpty();
    }

    @Test
    void aStagedFileIsPlannedAndNothingIsWrittenUntilAPersonSaysSo() {
        load(new TestMarc().book("p0", "Planned before", "=020  \\\\$a9780306406157", "=852  \\\\$hFIC$pP0001"));
        var before = state();
        var number = plan(new TestMarc()
                .book("p0", "Planned before", "=020  \\\\$a9780306406157", "=500  \\\\$aNewer")
                .book("p1", "Planned twice", "=852  \\\\$hFIC$pP0002")
                .book("p1", "Planned twice", "=852  \\\\$hFIC$pP0003")
                .book("p2", "Another book", "=020  \\\\$a0306406152", "=852  \\\\$hFIC$pP0001"));

        var status = imports().status(number).orElseThrow();
        assertThat(status.state()).isEqualTo(ImportStatus.State.PLANNED);
        assertThat(status.records()).hasValue(4);
        assertThat(status.planned()).isEqualTo(Map.of(Outcome.OVERLAID, 2, Outcome.ADDED, 1, Outcome.CONFLICT, 1));
        assertThat(state()).isEqualTo(before);

        var lines = imports().lines(number, Optional.empty(), 0, 10);
        assertThat(lines.get(0).match().orElseThrow().key()).isEqualTo("CONTROL_NUMBER");
        assertThat(lines.get(0).match().orElseThrow().bibId())
                .isEqualTo(lines.get(0).bibId());
        assertThat(lines.get(2).metRecord()).hasValue(2);
        assertThat(lines.get(2).bibId()).isEmpty();
        assertThat(lines.get(3).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(lines.get(3).match().orElseThrow().key()).isEqualTo("ISBN");
        assertThat(lines.get(3).copiesLeftOut()).hasSize(1);
        assertThat(imports().lines(number, Optional.of(Outcome.OVERLAID), 1, 10))
                .singleElement()
                .isEqualTo(lines.get(2));

        assertThat(imports().commit(number)).isTrue();
        assertThat(imports().commit(number)).as("a second click").isFalse();
        assertThat(imports().resume()).isEqualTo(1);
        var report = imports().report(number).orElseThrow();
        assertThat(imports().status(number).orElseThrow().state()).isEqualTo(ImportStatus.State.COMMITTED);
        assertThat(report.outcomes()).isEqualTo(status.planned());
        assertThat(barcodes("P000")).containsExactly("P0001", "P0002", "P0003");
        assertThat(count("select count(*) from import_plan")).isZero();
    }

    @Test
    void thePlanAndTheLogShowTheSameDifferenceFieldByField() {
        load(new TestMarc().book("p20", "Differs", "=500  \\\\$aOld note", "=590  \\\\$aOurs", "=650  \\\\0$aDogs"));
        var number = plan(new TestMarc()
                .book("p20", "Differs", "=500  \\\\$aNew note", "=650  \\\\0$aDogs", "=650  \\\\0$aCats")
                .book("p21", "Meets none"));
        var planned = imports().difference(number, 1).orElseThrow();
        assertThat(planned).extracting(FieldChange::tag).containsExactly("500", "650");
        assertThat(planned.get(0).before().orElseThrow()).hasToString(note("Old note"));
        assertThat(planned.get(0).after().orElseThrow()).hasToString(note("New note"));
        assertThat(planned.get(1).before()).isEmpty();
        assertThat(imports().difference(number, 2)).isEmpty();

        imports().commit(number);
        imports().resume();
        assertThat(imports().difference(number, 1)).contains(planned);
        assertThat(imports().difference(number, 2)).isEmpty();
    }

    private static String note(String text) {
        return new DataField("500", ' ', ' ', List.of(new Subfield('a', text))).toString();
    }

    @Test
    void aDiscardedPlanLeavesNothing() {
        var before = state();
        var number = plan(new TestMarc().book("p10", "Not wanted"));
        assertThat(imports().discard(number)).isTrue();
        assertThat(imports().commit(number)).isFalse();
        assertThat(state()).isEqualTo(before);
        assertThat(count("select count(*) from import_plan where job_id = " + number))
                .isZero();
        assertThat(count("select count(*) from import_piece where job_id = " + number))
                .isZero();
    }

    @Test
    void aFileThatIsNoMarcIsRefusedWithTheReason() throws IOException {
        var file = Files.writeString(directory.resolve("page.mrc"), "<html><body>Not found</body></html>");
        var number = imports().stage(file, "page.mrc", "UNDO");
        imports().resume();
        var status = imports().status(number).orElseThrow();
        assertThat(status.state()).isEqualTo(ImportStatus.State.REFUSED);
        assertThat(status.refused().orElseThrow()).contains("web page");
    }

    private static long plan(TestMarc marc) {
        var number = imports().stage(marc.file(), "planned.mrk", "UNDO");
        assertThat(imports().resume()).isEqualTo(1);
        return number;
    }

    private static long count(String sql) {
        return Long.parseLong(list(sql).getFirst());
    }

    private static MarcImports imports() {
        return new MarcImports(database(), Clock.systemUTC());
    }

    private static ImportReport load(TestMarc marc) {
        return imports().run(new ImportRequest(marc.file(), "UNDO", true), count -> {});
    }

    private static UndoReport undo(ImportReport report) {
        return imports().undo(report.number()).orElseThrow();
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

    private static List<String> titles(String numbers) {
        return list("select title from bib_record where control_number like ? order by title", numbers + "%");
    }

    private static List<String> barcodes(String prefix) {
        return list("select barcode from item where barcode like ? order by barcode", prefix + "%");
    }

    private static String marc(String number) {
        return list("select marc from bib_record where control_number = ?", number)
                .getFirst();
    }

    /** What readers and librarians see, keys and all, but for ids of versions and times. */
    private static List<String> state() {
        var state = new ArrayList<String>();
        state.addAll(list("select concat_ws('|', id, source, control_number, title, sha2(marc, 256), "
                + "sha2(original, 256), hex(incoming_hash), import_job_id) from bib_record order by id"));
        state.addAll(list("select concat_ws('|', key_hash, bib_id) from bib_key order by bib_id, key_hash"));
        state.addAll(
                list(
                        "select concat_ws('|', id, bib_id, site_id, ifnull(shelf_location_id, '-'), barcode, call_prefix, "
                                + "call_class, call_cutter, call_suffix, hex(shelf_key), note, import_job_id) from item order by id"));
        return state;
    }
}

package org.carrel.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.fixtures.Deployments;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Sql;
import org.carrel.search.CatalogSearch;
import org.carrel.search.SearchLifecycle;
import org.carrel.search.SearchPage;
import org.carrel.search.SearchRequest;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Import, catalog, change log and search in the real server on the real database, which another node uses too. */
@ExtendWith(ArquillianExtension.class)
class CatalogIT {
    private static final String SITE = "IT";

    @Inject
    MarcImports imports;

    @Inject
    Catalog catalog;

    @Inject
    Items items;

    @Inject
    CatalogSearch search;

    @Inject
    SearchLifecycle index;

    @Inject
    Database database;

    @Inject
    CatalogCheck check;

    @Deployment
    static WebArchive application() {
        return Deployments.wholeApplication();
    }

    @Test
    void anImportedTitleIsFoundByItsWordsItsIsbnAndItsBarcode() {
        load(new TestMarc()
                .book(
                        "find1",
                        "Quagga zephyr",
                        "=020  \\\\$a0-439-70818-4",
                        "=852  \\\\$hFIC$iQUA$pQZ1001$t1$9850",
                        "=852  \\\\$hFIC$iQUA$pQZ1002$t2"));
        var byWords = find("quagga zephyr");
        assertThat(byWords.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.title()).isEqualTo("Quagga zephyr");
            assertThat(hit.items()).extracting(Item::barcode).containsExactly("QZ1001", "QZ1002");
            assertThat(hit.copiesIn()).isEqualTo(2);
        });
        var id = byWords.hits().getFirst().id();
        assertThat(find("9780439708180").hits()).extracting("id").containsExactly(id);
        assertThat(find("qz1002").hits()).extracting("id").containsExactly(id);
        assertThat(catalog.find(id)).isPresent();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var file = new TestMarc()
                .book("same1", "Same again", "=852  \\\\$hFIC$iSAM$pSA1001")
                .file();
        assertThat(run(file).count(Outcome.ADDED)).isEqualTo(1);
        var before = catalog.lastChange();
        var report = run(file);
        assertThat(report.count(Outcome.SAME)).isEqualTo(1);
        assertThat(report.copies().standing()).isEqualTo(1);
        assertThat(report.copies().added()).isZero();
        assertThat(catalog.lastChange()).isEqualTo(before);
    }

    @Test
    void aNewerDescriptionOverlaysAndKeepsLocalFieldsAndTheVersionBefore() {
        run(new TestMarc()
                .book("over1", "Overlaid book", "=590  \\\\$aGift of Ms. Ito")
                .file());
        var report = run(new TestMarc()
                .book("over1", "Overlaid book", "=500  \\\\$aNew note")
                .file());
        assertThat(report.count(Outcome.OVERLAID)).isEqualTo(1);
        var id = find("overlaid book").hits().getFirst().id();
        var tags = catalog.marc(id).orElseThrow().fields().stream()
                .map(MarcField::tag)
                .toList();
        assertThat(tags).contains("500", "590");
        var versions = database.read(connection ->
                Sql.list(connection, "select marc from bib_version where bib_id = ?", row -> row.getString(1), id));
        assertThat(versions)
                .singleElement()
                .asString()
                .contains("Gift of Ms. Ito")
                .doesNotContain("New note");
    }

    @Test
    void aBarcodeInUseIsRejectedWithBothPlacesAndTheTitleStays() {
        load(new TestMarc().book("bar1", "First holder", "=852  \\\\$hFIC$iFIR$pBC1001"));
        var report = run(new TestMarc()
                .book("bar2", "Second holder", "=852  \\\\$hFIC$iSEC$pBC1001", "=852  \\\\$hFIC$iSEC$pBC1002")
                .file());
        assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
        assertThat(report.copies().rejected()).isEqualTo(1);
        assertThat(report.notes()).singleElement().satisfies(note -> {
            assertThat(note.reason()).contains("BC1001", "First holder");
            assertThat(note.title()).isEqualTo("Second holder");
        });
    }

    @Test
    void unlikeTitlesUnderOneNumberAreBothAddedAndFlagged() {
        var report = run(new TestMarc()
                .book("dup1", "First dog")
                .book("dup1", "Second cat")
                .file());
        assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
        assertThat(report.count(Outcome.CONFLICT)).isEqualTo(1);
        assertThat(report.notes()).singleElement().satisfies(note -> assertThat(note.reason())
                .contains("First dog", "control number"));
    }

    @Test
    void theTitleTwiceInOneFileIsOneRecordThatLosesNothing() {
        var report = run(new TestMarc()
                .book("twin1", "Twin book", "=020  \\\\$a0439136350", "=650  \\0$aDragons")
                .book("twin2", "Twin book", "=020  \\\\$a9780439136358", "=650  \\0$aGryphons")
                .file());
        assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
        assertThat(report.count(Outcome.OVERLAID)).isEqualTo(1);
        var hit = find("twin book").hits();
        assertThat(hit).hasSize(1);
        var subjects = catalog.find(hit.getFirst().id())
                .orElseThrow()
                .record()
                .topics()
                .subjects();
        assertThat(subjects).contains("Dragons", "Gryphons");
    }

    @Test
    void aRehearsalSaysTheSameAndWritesNothing() {
        var file = new TestMarc()
                .book("reh1", "Rehearsed", "=852  \\\\$hFIC$iREH$pRH1001")
                .book("reh1", "Rehearsed otherwise")
                .file();
        var size = catalog.size();
        var planned = imports.run(new ImportRequest(file, SITE, false), count -> {});
        assertThat(catalog.size()).isEqualTo(size);
        var done = run(file);
        assertThat(planned.outcomes()).isEqualTo(done.outcomes());
        assertThat(planned.copies()).isEqualTo(done.copies());
    }

    @Test
    void twoImportsOfOneFileAtOnceAddItOnce() {
        var marc = new TestMarc();
        for (var i = 0; i < 60; i++) marc.book("race" + i, "Raced title " + i, "=852  \\\\$hFIC$iRAC$pRACE" + i);
        var file = marc.file();
        var both =
                List.of(CompletableFuture.supplyAsync(() -> run(file)), CompletableFuture.supplyAsync(() -> run(file)));
        // The second may have joined the first, and then tells of the same import.
        var added = both.stream()
                .map(CompletableFuture::join)
                .collect(Collectors.toMap(
                        ImportReport::number, report -> report.count(Outcome.ADDED), (one, same) -> one));
        assertThat(added.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(60);
        assertThat(find("raced title 7").hits()).hasSize(1);
    }

    @Test
    void changesBecomeVisibleInTheOrderOfTheirNumbers() {
        var before = catalog.lastChange();
        load(new TestMarc().book("chg1", "Changed one").book("chg2", "Changed two"));
        var changes = catalog.changesAfter(before, 100);
        assertThat(changes).extracting(Catalog.Change::number).isSorted().last().isEqualTo(catalog.lastChange());
    }

    @Test
    void theSchemaItselfRefusesASecondCopyWithOneBarcode() {
        load(new TestMarc().book("uni1", "Unique", "=852  \\\\$hFIC$iUNI$pUN1001"));
        assertThatThrownBy(() -> database.transaction(connection -> Sql.update(
                        connection,
                        "insert into item (id, bib_id, site_id, barcode, shelf_key) "
                                + "select nextval(item_id), bib_id, site_id, barcode, shelf_key from item where barcode = ?",
                        "UN1001")))
                .isInstanceOfSatisfying(DatabaseProblem.class, problem -> assertThat(problem.code())
                        .isEqualTo(1062));
    }

    @Test
    void everyPromiseHoldsAfterAllThis() {
        load(new TestMarc().book("chk1", "Checked", "=852  \\\\$hFIC$iCHE"));
        var problems = new ArrayList<String>();
        check.run(problems::add);
        assertThat(problems).isEmpty();
    }

    private void load(TestMarc marc) {
        assertThat(run(marc.file()).refused()).isEmpty();
    }

    private ImportReport run(Path file) {
        return imports.run(new ImportRequest(file, SITE, true), count -> {});
    }

    private SearchPage find(String text) {
        index.catchUp();
        return search.find(new SearchRequest(text, 1, 10, List.of(), List.of()));
    }
}

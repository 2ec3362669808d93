package org.carrel.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.Items;
import org.carrel.catalog.MarcImports;
import org.carrel.circulation.TestDesk;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.labels.SheetProblem.Field;
import org.carrel.labels.SheetProblem.Kind;
import org.carrel.search.CatalogSearch;
import org.carrel.search.IndexSettings;
import org.carrel.search.SearchLifecycle;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue of labels, sheets and printers, through the doors on the product's database. */
class LabelsIT {
    private TestDesk desk;
    private Labels labels;
    private LabelSheets sheets;
    private String mark;

    @BeforeEach
    void open() {
        desk = TestDesk.open();
        var catalog = new Catalog(desk.database, desk.clock);
        var search = new CatalogSearch(
                new SearchLifecycle(catalog, new IndexSettings(Path.of("none"), "none", IndexSettings.INTERVAL)),
                new Items(desk.database));
        labels = new Labels(desk.database, catalog, search);
        sheets = new LabelSheets(desk.database);
        mark = Long.toString(System.nanoTime() % 1_000_000_000L);
    }

    @AfterEach
    void close() {
        if (desk != null) desk.close();
    }

    private Caller by() {
        return desk.technician();
    }

    private String barcode(int number) {
        return "ZL" + mark + String.format(Locale.ROOT, "%03d", number);
    }

    /** A title with so many copies, numbered from this one on; what its import is called. */
    private long load(String title, String callClass, int first, int copies) {
        var fields = IntStream.range(first, first + copies)
                .mapToObj(at -> "=852  \\\\$b" + desk.site + "$h" + callClass + "$iTST$p" + barcode(at) + "$t" + at)
                .toArray(String[]::new);
        var file = new TestMarc()
                .book("label-" + mark + "-" + first, title, fields)
                .file();
        new MarcImports(desk.database, desk.clock).run(new ImportRequest(file, desk.site, true), done -> {});
        return desk.number("select import_job_id from item where barcode = ?", barcode(first));
    }

    private List<String> waiting() {
        return labels.waiting(desk.site, Long.MAX_VALUE, by()).stream()
                .map(LabelCopy::barcode)
                .toList();
    }

    private List<String> barcodes(int... numbers) {
        return IntStream.of(numbers).mapToObj(this::barcode).toList();
    }

    private long item(int number) {
        return desk.item(barcode(number));
    }

    @Test
    void copiesWaitInTheOrderInWhichTheyWereScanned() {
        load("Holes " + mark, "FIC", 1, 3);
        var queued = labels.queueScanned(barcode(3) + "\n" + barcode(1) + ", ZZ-NONE " + barcode(3), desk.site, by());
        assertThat(queued).isEqualTo(new QueuedLabels(2, List.of("ZZ-NONE"), false));
        assertThat(waiting()).isEqualTo(barcodes(3, 1));
        var first = labels.waiting(desk.site, Long.MAX_VALUE, by()).getFirst();
        assertThat(first.title()).startsWith("Holes");
        assertThat(first.copies()).isEqualTo(3);
        assertThat(first.copyNumber()).isEqualTo("3");
        assertThat(first.site()).isEqualTo("School " + desk.site);
        assertThat(first.callNumber().text()).isEqualTo("FIC TST");
        assertThat(labels.count(desk.site, by())).isEqualTo(2);
    }

    @Test
    void rangesAndImportsAreQueuedInOrder() {
        var job = load("Holes " + mark, "FIC", 1, 4);
        assertThat(labels.queueRange(barcode(2), barcode(3), desk.site, by()).added())
                .isEqualTo(2);
        assertThat(waiting()).isEqualTo(barcodes(2, 3));
        assertThat(labels.queueImport(job, desk.site, by()).added()).isEqualTo(4);
        assertThat(waiting()).as("each copy once").containsExactlyInAnyOrderElementsOf(barcodes(1, 2, 3, 4));
        assertThat(labels.queueImport(job, "ZZ-NONE", by()).added()).isZero();
    }

    @Test
    void whoseCallNumberHasChangedIsFound() {
        load("Holes " + mark, "FIC", 1, 2);
        assertThat(labels.queueChanged(Instant.EPOCH, desk.site, by()).added())
                .as("new ones have not changed")
                .isZero();
        load("Holes " + mark, "599.5", 1, 1);
        assertThat(labels.queueChanged(Instant.EPOCH, desk.site, by()).added()).isEqualTo(1);
        assertThat(waiting()).isEqualTo(barcodes(1));
        var tomorrow = Instant.parse("2199-01-01T00:00:00Z");
        assertThat(labels.queueChanged(tomorrow, desk.site, by()).added()).isZero();
    }

    /** The printer jams behind the second label: what came out is done, the others stay, and so does what came meanwhile. */
    @Test
    void nothingIsLostWhenThePrinterJams() {
        load("Holes " + mark, "FIC", 1, 5);
        labels.queue(List.of(item(1), item(2), item(3), item(4)), by());
        var shown = labels.waiting(desk.site, Long.MAX_VALUE, by());
        labels.queue(List.of(item(5)), by());
        // the call number of the first is changed while its old label is in the printer
        labels.queue(List.of(item(1)), by());
        var through = shown.getLast().queued();
        assertThat(labels.waiting(desk.site, through, by()))
                .as("what is printed again is what was shown")
                .extracting(LabelCopy::barcode)
                .isEqualTo(barcodes(2, 3, 4));
        assertThat(labels.done(desk.site, shown.get(2).queued(), by())).isEqualTo(2);
        assertThat(waiting()).isEqualTo(barcodes(4, 5, 1));
        assertThat(labels.done(desk.site, through, by())).isEqualTo(1);
        assertThat(waiting()).isEqualTo(barcodes(5, 1));
        var other = labels.waiting(desk.site, Long.MAX_VALUE, by()).getFirst();
        assertThat(labels.leaveOut(desk.site, other.queued(), by())).isEqualTo(1);
        assertThat(waiting()).isEqualTo(barcodes(1));
    }

    @Test
    void withdrawnCopiesAndThoseOfOtherSchoolsAreLeftOut() {
        load("Holes " + mark, "FIC", 1, 2);
        desk.write("update item set withdrawn_on = '2026-01-01' where id = ?", item(2));
        var elsewhere = new Caller(1, "other", "Other", Role.TECHNICIAN, Optional.of("LMC"));
        var aide = new Caller(1, "aide", "Aide", Role.AIDE, Optional.empty());
        assertThat(labels.queue(List.of(item(1), item(2)), elsewhere)).isZero();
        assertThat(labels.queueScanned(barcode(1), desk.site, aide).added()).isZero();
        assertThat(labels.queue(List.of(item(1), item(2)), by())).isEqualTo(1);
        assertThat(waiting()).isEqualTo(barcodes(1));
        assertThat(labels.waiting(desk.site, Long.MAX_VALUE, elsewhere)).isEmpty();
        assertThat(labels.done(desk.site, Long.MAX_VALUE, elsewhere)).isZero();
    }

    @Test
    void sheetsAndPrintersAreKeptOnceUnderTheirNames() {
        var name = "Sheet " + mark;
        var draft = LabelSheets.draft(LabelSheets.shipped().getFirst(), name);
        assertThat(sheets.saveSheet("", draft)).isEmpty();
        var own = sheets.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(LabelSheets.draft(own, name)).isEqualTo(draft);
        assertThat(sheets.saveSheet("", draft))
                .as("another of this name")
                .containsExactly(new SheetProblem(Field.NAME, Kind.TAKEN, name));
        var wider = new EnumMap<>(draft.texts());
        wider.put(Field.LEFT, "4");
        assertThat(sheets.saveSheet(own.key(), new SheetDraft(wider))).isEmpty();
        assertThat(sheets.sheet(own.key()).left()).isEqualTo(400);
        sheets.removeSheet(own.key());
        assertThat(sheets.find(own.key())).isEmpty();
        assertThat(sheets.sheet(own.key())).isEqualTo(LabelSheets.shipped().getFirst());

        var printer = new SheetDraft(
                Map.of(Field.NAME, name, Field.MOVE_RIGHT, "0.6", Field.MOVE_DOWN, "-1.2", Field.SCALE, "100"));
        assertThat(sheets.savePrinter(0, printer)).isEmpty();
        assertThat(sheets.savePrinter(0, printer))
                .extracting(SheetProblem::kind)
                .containsExactly(Kind.TAKEN);
        var known = sheets.printers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(known).isEqualTo(new LabelPrinter(known.id(), name, 60, -120, LabelPrinter.WHOLE));
        sheets.removePrinter(known.id());
        assertThat(sheets.printer(known.id())).isEqualTo(LabelPrinter.EXACT);
    }
}

package org.carrel.shelfwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.carrel.catalog.Catalog;
import org.carrel.catalog.ImportRequest;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.catalog.MarcImports;
import org.carrel.catalog.ShelfMaps;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.ScannedNumbers;
import org.carrel.circulation.TestDesk;
import org.carrel.devices.TestDevices;
import org.carrel.fixtures.inside.TestMarc;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Sql;
import org.carrel.school.SchoolSite;
import org.carrel.school.Sites;
import org.carrel.security.Caller;
import org.carrel.security.Role;
import org.carrel.shelfwork.ShelfInventories.Scanning;
import org.carrel.shelfwork.ShelfScanned.Scanned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work along the shelves, through the doors on the product's database, at a school of its own. */
class ShelfWorkIT {
    private TestDesk desk;
    private Sites sites;
    private ShelfInventories inventories;
    private Publications publications;
    private Weeding weeding;
    private Caller technician;

    @BeforeEach
    void open() {
        desk = TestDesk.open();
        desk.rule("period=14 days");
        technician = desk.technician();
        sites = new Sites(desk.database, desk.clock, desk.audit);
        var items = new ItemsAtDesk();
        inventories = new ShelfInventories(
                desk.database,
                desk.clock,
                sites,
                new ShelfMaps(desk.database, desk.clock),
                items,
                new ScannedNumbers(desk.database, items, new Borrowers()),
                desk.desk);
        publications = new Publications(desk.database, new Catalog(desk.database, desk.clock));
        weeding = new Weeding(desk.database, desk.clock, publications, items);
    }

    @AfterEach
    void close() {
        if (desk != null) desk.close();
    }

    private SchoolSite site() {
        return sites.find(desk.site).orElseThrow();
    }

    /** A title with one copy for each of these cutters of fiction; their barcodes in the same order. */
    private List<String> shelf(String... cutters) {
        return shelfAt(desk.site, cutters);
    }

    private List<String> shelfAt(String site, String... cutters) {
        var file = new TestMarc();
        var barcodes = new ArrayList<String>();
        for (var cutter : cutters) {
            var barcode = TestDevices.unique("SH");
            barcodes.add(barcode);
            file.book(
                    TestDevices.unique("shelf"),
                    "Title " + cutter + " " + barcode,
                    "=852  \\\\$b" + site + "$hFIC$i" + cutter + "$p" + barcode);
        }
        new MarcImports(desk.database, desk.clock).run(new ImportRequest(file.file(), site, true), done -> {});
        return barcodes;
    }

    private long begin(String from, String to) {
        return ((ShelfStarted.Started) inventories.start(desk.site, 0, from, to, technician)).id();
    }

    private ShelfScanned scan(long inventory, String barcode) {
        return scan(inventory, barcode, technician, 1);
    }

    private ShelfScanned scan(long inventory, String barcode, Caller by, int bay) {
        return inventories.scan(new Scanning(inventory, UUID.randomUUID(), barcode, bay), by);
    }

    private ShelfOutcome outcome(long inventory, String barcode) {
        return ((Scanned) scan(inventory, barcode)).outcome();
    }

    private String condition(String barcode) {
        return desk.database.read(connection -> Sql.first(
                        connection,
                        "select item_condition from item where barcode = ?",
                        row -> row.getString(1),
                        barcode)
                .orElseThrow());
    }

    private ShelfSheet sheet(long inventory) {
        return inventories.open(inventory).orElseThrow();
    }

    private ShelfClosed finish(long inventory, Set<Long> left) {
        return inventories.close(inventory, sheet(inventory).missingKey(), left, UUID.randomUUID(), technician);
    }

    @Test
    void aShelfIsScannedAndEachScanIsAnswered() {
        var shelf = shelf("AAA", "BBB", "CCC", "DDD", "EEE", "FFF");
        var inventory = begin("FIC A", "FIC F");
        assertThat(outcome(inventory, shelf.get(0))).isEqualTo(ShelfOutcome.FINE);
        assertThat(outcome(inventory, shelf.get(4)))
                .as("too far on, as the next one shows")
                .isEqualTo(ShelfOutcome.FINE);
        var next = (Scanned) scan(inventory, shelf.get(1));
        assertThat(next.outcome()).isEqualTo(ShelfOutcome.FINE);
        assertThat(next.earlier().map(ShelfCopy::barcode)).contains(shelf.get(4));
        assertThat(next.earlierBetween().orElseThrow().before()).contains("FIC DDD");
        assertThat(next.earlierBetween().orElseThrow().after()).contains("FIC FFF");
        assertThat(outcome(inventory, shelf.get(3))).isEqualTo(ShelfOutcome.FINE);
        var back = (Scanned) scan(inventory, shelf.get(2));
        assertThat(back.count()).isEqualTo(5);
        var again = (Scanned) scan(inventory, shelf.get(1));
        assertThat(again.again()).isTrue();
        assertThat(again.count()).as("counts once").isEqualTo(5);
        assertThat(scan(inventory, "NOBODY-KNOWS")).isEqualTo(new ShelfScanned.Unknown("NOBODY-KNOWS", 5));
        assertThat(scan(inventory, " ")).isEqualTo(new ShelfScanned.Empty());
        var sheet = sheet(inventory);
        assertThat(sheet.count(ShelfOutcome.OUT_OF_ORDER)).isEqualTo(2);
        assertThat(sheet.of(ShelfOutcome.MISSING))
                .extracting(line -> line.copy().barcode())
                .containsExactly(shelf.get(5));
        assertThat(sheet.unknown()).containsExactly("NOBODY-KNOWS");
        assertThat(sheet.expected())
                .isEqualTo(sheet.expectedAndSeen()
                        + sheet.count(ShelfOutcome.MISSING)
                        + sheet.count(ShelfOutcome.ELSEWHERE));
    }

    @Test
    void theSameScanSentAgainIsAnsweredAndCountsOnce() {
        var shelf = shelf("AAA", "BBB");
        var inventory = begin("", "");
        var scanning = new Scanning(inventory, UUID.randomUUID(), shelf.getFirst(), 1);
        var first = inventories.scan(scanning, technician);
        assertThat(inventories.scan(scanning, technician)).isEqualTo(first);
        assertThat(sheet(inventory).scanned()).isEqualTo(1);
        var unknown = new Scanning(inventory, UUID.randomUUID(), "WHO-" + shelf.getFirst(), 1);
        inventories.scan(unknown, technician);
        inventories.scan(unknown, technician);
        assertThat(sheet(inventory).unknown()).hasSize(1);
    }

    /** Every kind of wrong, each set right by one tap where that can be. */
    @Test
    void whatIsNotAsOurRecordsSayIsToldAndSetRight() {
        var shelf = shelf("AAA", "BBB", "CCC", "DDD", "EEE");
        var student = desk.student("Maya");
        desk.scan(student, shelf.get(0));
        desk.write("update item set item_condition = 'missing' where barcode = ?", shelf.get(1));
        desk.write("update item set withdrawn_on = '2026-01-01' where barcode = ?", shelf.get(2));
        desk.write(
                "insert into shelf_location (site_id, code, name) select id, 'OTHER', 'Other' from site where code = ?",
                desk.site);
        desk.write(
                "update item i join shelf_location l on l.site_id = i.site_id set i.shelf_location_id = l.id where"
                        + " i.barcode = ?",
                shelf.get(3));
        var away = TestDesk.open();
        try {
            var foreign = shelfAt(away.site, "CCD").getFirst();
            desk.write(
                    "insert into shelf_location (site_id, code, name) select id, 'FIC', 'Fiction' from site where code"
                            + " = ?",
                    desk.site);
            var fiction = (int) desk.number(
                    "select l.id from shelf_location l join site s on s.id = l.site_id where s.code = ? and l.code ="
                            + " 'FIC'",
                    desk.site);
            desk.write(
                    "update item set shelf_location_id = ? where barcode in (?, ?, ?, ?)",
                    fiction,
                    shelf.get(0),
                    shelf.get(1),
                    shelf.get(2),
                    shelf.get(4));
            var inventory = ((ShelfStarted.Started) inventories.start(desk.site, fiction, "", "", technician)).id();
            var lent = (Scanned) scan(inventory, shelf.get(0));
            assertThat(lent.outcome()).isEqualTo(ShelfOutcome.ON_LOAN);
            var found = (Scanned) scan(inventory, shelf.get(1));
            assertThat(found.outcome()).isEqualTo(ShelfOutcome.FOUND);
            assertThat(outcome(inventory, shelf.get(2))).isEqualTo(ShelfOutcome.WITHDRAWN);
            assertThat(outcome(inventory, shelf.get(3))).isEqualTo(ShelfOutcome.WRONG_LOCATION);
            var stray = (Scanned) scan(inventory, foreign);
            assertThat(stray.outcome()).isEqualTo(ShelfOutcome.WRONG_SITE);
            assertThat(outcome(inventory, shelf.get(4))).isEqualTo(ShelfOutcome.FINE);

            var request = UUID.randomUUID();
            var settled = inventories
                    .settle(inventory, lent.scan(), request, technician)
                    .orElseThrow();
            assertThat(settled.act()).isEqualTo(DeskAnswer.Act.RETURNED);
            assertThat(inventories
                            .settle(inventory, lent.scan(), request, technician)
                            .orElseThrow()
                            .act())
                    .isEqualTo(DeskAnswer.Act.RETURNED);
            inventories.settle(inventory, found.scan(), UUID.randomUUID(), technician);
            inventories.settle(inventory, stray.scan(), UUID.randomUUID(), technician);
            assertThat(condition(shelf.get(1))).isEqualTo("good");
            assertThat(desk.number("select count(*) from loan where open_item = ?", desk.item(shelf.get(0))))
                    .isZero();
            assertThat(desk.number("select count(*) from item_transfer where active_item = ?", desk.item(foreign)))
                    .as("sent home")
                    .isEqualTo(1);

            assertThat(finish(inventory, Set.of())).isEqualTo(ShelfClosed.DONE);
            var closed = sheet(inventory);
            assertThat(closed.of(ShelfOutcome.ON_LOAN)).singleElement().matches(ShelfLine::settled);
            assertThat(closed.of(ShelfOutcome.FOUND)).singleElement().matches(ShelfLine::settled);
            assertThat(closed.count(ShelfOutcome.MISSING)).isZero();
        } finally {
            away.close();
        }
    }

    @Test
    void closingMarksWhatNobodySawAndCanBeTakenBack() {
        var shelf = shelf("AAA", "BBB", "CCC", "DDD", "EEE");
        desk.write("update item set item_condition = 'worn' where barcode = ?", shelf.get(2));
        desk.scan(desk.student("Omar"), shelf.get(4));
        var inventory = begin("FIC A", "FIC F");
        scan(inventory, shelf.get(0));
        assertThat(sheet(inventory).of(ShelfOutcome.ELSEWHERE))
                .as("lent is not missing")
                .extracting(line -> line.copy().barcode())
                .containsExactly(shelf.get(4));
        var shown = sheet(inventory).missingKey();
        scan(inventory, shelf.get(1));
        var request = UUID.randomUUID();
        assertThat(inventories.close(inventory, shown, Set.of(), request, technician))
                .as("another scan since")
                .isEqualTo(ShelfClosed.CHANGED);
        assertThat(condition(shelf.get(2))).isEqualTo("worn");
        shown = sheet(inventory).missingKey();
        var left = Set.of(desk.item(shelf.get(3)));
        assertThat(inventories.close(inventory, shown, left, request, technician))
                .isEqualTo(ShelfClosed.DONE);
        assertThat(inventories.close(inventory, shown, left, request, technician))
                .as("the same form again")
                .isEqualTo(ShelfClosed.DONE);
        assertThat(condition(shelf.get(2))).isEqualTo("missing");
        assertThat(condition(shelf.get(3))).isEqualTo("good");
        assertThat(scan(inventory, shelf.get(2))).isEqualTo(new ShelfScanned.Over());
        var row = inventories.history(1, 10, atThisSchool()).getFirst();
        assertThat(row.scanned()).isEqualTo(2);
        assertThat(row.missing()).isEqualTo(2);

        assertThat(inventories.reopen(inventory)).isEqualTo(ShelfClosed.DONE);
        assertThat(condition(shelf.get(2))).as("as it was").isEqualTo("worn");
        assertThat(outcome(inventory, shelf.get(2))).as("one goes on").isEqualTo(ShelfOutcome.FINE);
        assertThat(finish(inventory, Set.of())).isEqualTo(ShelfClosed.DONE);
        assertThat(condition(shelf.get(3))).isEqualTo("missing");
        desk.scan(shelf.get(3));
        assertThat(condition(shelf.get(3))).isEqualTo("good");
        assertThat(sheet(inventory).of(ShelfOutcome.MISSING))
                .as("it turned up at the desk")
                .singleElement()
                .matches(ShelfLine::foundSince);
        desk.clock.pass(ShelfInventories.UNDO.plusMinutes(1));
        assertThat(inventories.reopen(inventory)).isEqualTo(ShelfClosed.OVER);
    }

    private Caller atThisSchool() {
        return new Caller(technician.account(), "t", "T", Role.TECHNICIAN, Optional.of(desk.site));
    }

    @Test
    void withoutARangeOnlyWhatStandsBetweenTheScansIsExpected() {
        var shelf = shelf("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG");
        var inventory = begin("", "");
        assertThat(sheet(inventory).expected()).isZero();
        scan(inventory, shelf.get(1));
        scan(inventory, shelf.get(3));
        // another bay, which begins before the first one
        scan(inventory, shelf.get(5), technician, 2);
        scan(inventory, shelf.get(6), technician, 2);
        var sheet = sheet(inventory);
        assertThat(sheet.of(ShelfOutcome.MISSING))
                .extracting(line -> line.copy().barcode())
                .containsExactly(shelf.get(2));
        assertThat(sheet.count(ShelfOutcome.FINE)).isEqualTo(4);
        assertThat(inventories.bay(inventory, technician)).isEqualTo(2);
        assertThat(inventories.nextBay(inventory, technician)).isEqualTo(3);
    }

    @Test
    void theLastScanIsTakenBackAndAnybodyGoesOnWhereItIsOpen() {
        var shelf = shelf("AAA", "BBB");
        var inventory = begin("FIC A", "FIC F");
        assertThat(inventories.start(desk.site, 0, "FIC A", "FIC F", technician))
                .isEqualTo(new ShelfStarted.Started(inventory, true));
        scan(inventory, shelf.get(0));
        scan(inventory, shelf.get(1));
        assertThat(inventories.unscan(inventory, technician)).contains(shelf.get(1));
        assertThat(sheet(inventory).scanned()).isEqualTo(1);
        assertThat(inventories.latest(inventory, 5, technician))
                .extracting(scanned -> scanned.copy().barcode())
                .containsExactly(shelf.get(0));
        assertThat(inventories.drop(inventory, UUID.randomUUID(), technician)).isTrue();
        assertThat(inventories.unscan(inventory, technician)).isEmpty();
        assertThat(condition(shelf.get(1))).isEqualTo("good");
    }

    @Test
    void aWishThatMeansNothingIsToldWhatToDo() {
        assertThat(inventories.start("NOWHERE", 0, "", "", technician))
                .isEqualTo(new ShelfStarted.Refused(ShelfStarted.Why.NO_SUCH_SITE));
        assertThat(inventories.start(desk.site, 999_999_999, "", "", technician))
                .isEqualTo(new ShelfStarted.Refused(ShelfStarted.Why.NO_SUCH_LOCATION));
        assertThat(inventories.start(desk.site, 0, "FIC A", "", technician))
                .isEqualTo(new ShelfStarted.Refused(ShelfStarted.Why.HALF_A_RANGE));
        assertThat(inventories.start(desk.site, 0, "FIC Z", "FIC A", technician))
                .isEqualTo(new ShelfStarted.Refused(ShelfStarted.Why.NO_RANGE));
    }

    /** Two people at two bays at the same time: no scan is lost, none is done twice, and nobody spoils the other's order. */
    @Test
    void twoPeopleScanAtOnce() {
        var cutters = IntStream.range(0, 60)
                .mapToObj(number -> String.format(Locale.ROOT, "A%02d", number))
                .toArray(String[]::new);
        var shelf = shelf(cutters);
        var inventory = begin("FIC A", "FIC B");
        var other = new Caller(technician.account() + 1, "b", "B", Role.TECHNICIAN, Optional.empty());
        var first = CompletableFuture.runAsync(() -> shelf.subList(0, 30).forEach(code -> scan(inventory, code)));
        var second = CompletableFuture.runAsync(
                () -> shelf.subList(30, 60).forEach(code -> scan(inventory, code, other, 1)));
        first.join();
        second.join();
        var sheet = sheet(inventory);
        assertThat(sheet.count(ShelfOutcome.FINE)).isEqualTo(60);
        assertThat(sheet.lines()).hasSize(60);
    }

    /** An inventory of a large library closes within seconds. */
    @Test
    void twentyThousandCopiesAreClosedInSeconds() {
        var one = shelf("AAA").getFirst();
        var bib = desk.number("select bib_id from item where barcode = ?", one);
        var mark = TestDevices.unique("BIG");
        desk.write(
                "insert into item (id, bib_id, site_id, barcode, call_class, call_cutter, shelf_key) select next value"
                        + " for item_id, ?, (select id from site where code = ?), concat(?, '-', lpad(seq, 5, '0')),"
                        + " 'FIC', concat('B', lpad(seq, 5, '0')), concat('03FIC B', lpad(seq, 5, '0')) from"
                        + " seq_1_to_20000",
                bib,
                desk.site,
                mark);
        try {
            var inventory = begin("FIC B", "FIC B");
            desk.write(
                    "insert into shelf_scan (inventory_id, item_id, code, at, account_id, bay, request_id) select ?,"
                            + " id, barcode, utc_timestamp(3), ?, 1, uuid() from item where bib_id = ? and barcode like ?"
                            + " and mod(id, 40) <> 0 order by shelf_key",
                    inventory,
                    technician.account(),
                    bib,
                    mark + "-%");
            var begun = System.nanoTime();
            var sheet = sheet(inventory);
            var looked = Duration.ofNanos(System.nanoTime() - begun);
            assertThat(sheet.expected()).isEqualTo(20_000);
            var missing = sheet.count(ShelfOutcome.MISSING);
            assertThat(sheet.count(ShelfOutcome.FINE) + missing).isEqualTo(20_000);
            begun = System.nanoTime();
            assertThat(inventories.close(inventory, sheet.missingKey(), Set.of(), UUID.randomUUID(), technician))
                    .isEqualTo(ShelfClosed.DONE);
            var closed = Duration.ofNanos(System.nanoTime() - begun);
            begun = System.nanoTime();
            assertThat(inventories.reopen(inventory)).isEqualTo(ShelfClosed.DONE);
            var reopened = Duration.ofNanos(System.nanoTime() - begun);
            System.getLogger("shelfwork")
                    .log(
                            System.Logger.Level.INFO,
                            "20,000 copies: looked at in {0} ms, closed in {1} ms with {2} missing, opened again in"
                                    + " {3} ms",
                            looked.toMillis(),
                            closed.toMillis(),
                            missing,
                            reopened.toMillis());
            assertThat(looked).as("also on a busy machine").isLessThan(Duration.ofSeconds(30));
            assertThat(closed).isLessThan(Duration.ofSeconds(60));
        } finally {
            desk.write("delete from item where barcode like ?", mark + "-%");
        }
    }

    private WeedingRow row(String barcode) {
        return weeding.list(site()).rows().stream()
                .filter(row -> row.copy().copy().barcode().equals(barcode))
                .findFirst()
                .orElseThrow();
    }

    private boolean isListed(String barcode) {
        return weeding.list(site()).rows().stream()
                .anyMatch(row -> row.copy().copy().barcode().equals(barcode));
    }

    /** Fiction that nobody has borrowed for three years is named by a rule that is shipped. */
    private void cameLongAgo(List<String> barcodes) {
        for (var barcode : barcodes)
            desk.write("update item set acquired_on = '2015-01-01' where barcode = ?", barcode);
    }

    @Test
    void theListSaysWhyAndGoesByUseAloneNotByWho() { // PR-1
        var shelf = shelf("AAA", "BBB", "CCC");
        cameLongAgo(shelf);
        desk.scan(desk.student("Maya"), shelf.get(1));
        desk.scan(shelf.get(1));
        desk.write("update item set item_condition = 'damaged' where barcode = ?", shelf.get(2));
        var inventory = begin("", "");
        scan(inventory, shelf.get(0));
        var unused = row(shelf.get(0));
        assertThat(unused.rules()).extracting(WeedingRule::name).containsExactly("Fiction");
        assertThat(unused.copy().year()).isEqualTo(OptionalInt.of(2001));
        assertThat(unused.copy().lastUse()).isEmpty();
        assertThat(unused.copy().lastSeen()).as("scanned at its shelf").contains(weeding.today(site()));
        assertThat(isListed(shelf.get(1))).as("used lately").isFalse();
        assertThat(row(shelf.get(2)).rules())
                .extracting(WeedingRule::name)
                .containsExactly("Fiction", "Damaged", "Worn, and hardly used");
        var used = weeding.copies(site()).stream()
                .filter(copy -> copy.copy().barcode().equals(shelf.get(1)))
                .findFirst()
                .orElseThrow();
        assertThat(used.uses()).isEqualTo(1);
        assertThat(used.toString()).as("who it was stands nowhere").doesNotContain("Maya");
    }

    @Test
    void aCopyIsKeptForSomeYearsOrMended() {
        var shelf = shelf("AAA", "BBB");
        cameLongAgo(shelf);
        var first = List.of(desk.item(shelf.get(0)));
        assertThat(weeding.keep(site(), first, 2027, " ", technician)).contains(WeedingProblem.NO_REASON);
        assertThat(weeding.keep(site(), first, 2025, "A classic", technician)).contains(WeedingProblem.NO_YEAR);
        assertThat(weeding.keep(site(), List.of(), 2027, "A classic", technician))
                .contains(WeedingProblem.NOTHING_CHOSEN);
        assertThat(weeding.keep(site(), first, 2027, "A classic", technician)).isEmpty();
        assertThat(isListed(shelf.get(0))).isFalse();
        assertThat(weeding.list(site()).kept()).singleElement().matches(copy -> copy.keptBecause()
                .equals("A classic"));
        weeding.forget(site(), first);
        assertThat(isListed(shelf.get(0))).isTrue();
        assertThat(weeding.mend(site(), List.of(desk.item(shelf.get(1))))).isEmpty();
        assertThat(condition(shelf.get(1))).isEqualTo("in_repair");
    }

    @Test
    void copiesAreWithdrawnTogetherAndBroughtBackButNotThoseThatAreNeeded() {
        var shelf = shelf("AAA", "BBB", "CCC");
        desk.scan(desk.student("Maya"), shelf.get(1));
        desk.hold(desk.student("Omar"), shelf.get(2));
        var chosen = shelf.stream().map(desk::item).toList();
        var plan = weeding.plan(site(), chosen);
        assertThat(plan.rows())
                .extracting(row -> row.refusal())
                .containsExactlyInAnyOrder(
                        Optional.empty(), Optional.of(WithdrawRefusal.ON_LOAN), Optional.of(WithdrawRefusal.WANTED));
        assertThat(withdrawn(shelf.get(0))).as("a look does nothing").isZero();
        var request = UUID.randomUUID();
        assertThat(weeding.withdraw(site(), chosen, request, technician).possible())
                .isEqualTo(1);
        assertThat(weeding.withdraw(site(), chosen, request, technician).rows())
                .as("the same form again")
                .isEmpty();
        assertThat(withdrawn(shelf.get(0))).isEqualTo(1);
        assertThat(withdrawn(shelf.get(1)) + withdrawn(shelf.get(2))).isZero();
        var batch = weeding.batches(site(), 5).getFirst();
        assertThat(batch.copies()).isEqualTo(1);
        assertThat(weeding.undo(site(), batch.id(), technician)).isEqualTo(1);
        assertThat(withdrawn(shelf.get(0))).isZero();
        assertThat(weeding.undo(site(), batch.id(), technician)).as("once").isZero();
        assertThat(weeding.batches(site(), 5).getFirst().undone()).isTrue();
    }

    private long withdrawn(String barcode) {
        return desk.number("select count(*) from item where barcode = ? and withdrawn_on is not null", barcode);
    }

    @Test
    void rulesAreKeptAndTwoWhoChangeOneAreTold() {
        var name = TestDevices.unique("Rule ");
        var rule = new WeedingRule(
                0,
                name,
                "FIC",
                "FIC",
                OptionalInt.of(10),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                true,
                0);
        assertThat(weeding.save(rule)).isEmpty();
        try {
            assertThat(weeding.save(rule)).contains(WeedingProblem.NAME_TAKEN);
            var shelf = shelf("AAA", "BBB");
            var saved = weeding.rules().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(weeding.counts(site(), List.of(saved)).get(saved.id())).isEqualTo(shelf.size());
            var worse = new WeedingRule(
                    saved.id(),
                    name,
                    "FIC",
                    "FIC",
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.of(ItemCondition.WORN),
                    OptionalInt.empty(),
                    true,
                    saved.version());
            assertThat(weeding.save(worse)).isEmpty();
            assertThat(weeding.save(worse)).contains(WeedingProblem.STALE);
            assertThat(weeding.counts(site(), List.of(worse)).get(saved.id())).isZero();
        } finally {
            desk.write("delete from weeding_rule where name = ?", name);
        }
    }

    /** The school of the sample files: the numbers of its report add up, and every copy stands in one class and one language. */
    @Test
    void theReportOfTheSampleSchoolAddsUp() {
        var school = sites.find("LMC").orElseThrow();
        var report = new CollectionReports(weeding, publications).of(school, true);
        var copies = desk.number(
                "select count(*) from item i join site s on s.id = i.site_id where s.code = 'LMC' and i.withdrawn_on"
                        + " is null and not exists (select 1 from bib_unlisted u where u.bib_id = i.bib_id)");
        assertThat(report.all().copies()).isGreaterThan(200).isEqualTo((int) copies);
        assertThat(report.classes().stream().mapToInt(CollectionCount::copies).sum())
                .isEqualTo(report.all().copies());
        assertThat(report.languages().stream().mapToInt(CollectionCount::copies).sum())
                .isEqualTo(report.all().copies());
        assertThat(report.classes()).extracting(CollectionCount::name).contains("FIC", "E");
        assertThat(report.languages().getFirst().name()).isEqualTo("eng");
        assertThat(new HashSet<>(report.classes())).hasSameSizeAs(report.classes());
    }

    @Test
    void theVolumeBetweenTwoIsMissingUntilItIsThere() {
        var series = TestDevices.unique("Saga ");
        volumes(series, 1, 2, 4);
        var gaps = new SeriesGaps(desk.database, publications);
        assertThat(gaps.of(site()))
                .filteredOn(gap -> gap.name().equals(series))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.missing()).containsExactly(3);
                    assertThat(gap.have()).containsExactly(1.0, 2.0, 4.0);
                });
        volumes(series, 3);
        assertThat(gaps.of(site())).noneMatch(gap -> gap.name().equals(series));
    }

    private void volumes(String series, int... numbers) {
        var file = new TestMarc();
        for (var number : numbers)
            file.book(
                    TestDevices.unique("vol"),
                    "Volume " + TestDevices.unique("v"),
                    "=490  1\\$a" + series + "$vbk. " + number,
                    "=852  \\\\$b" + desk.site + "$hFIC$iSAG$p" + TestDevices.unique("V"));
        new MarcImports(desk.database, desk.clock).run(new ImportRequest(file.file(), desk.site, true), done -> {});
    }
}

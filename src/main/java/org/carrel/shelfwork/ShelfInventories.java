package org.carrel.shelfwork;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemsAtDesk;
import org.carrel.catalog.ShelfLocation;
import org.carrel.catalog.ShelfMaps;
import org.carrel.catalog.ShelfOrder;
import org.carrel.catalog.ShelfOrder.Span;
import org.carrel.catalog.Site;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Scan;
import org.carrel.circulation.ScannedNumbers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolSite;
import org.carrel.school.Sites;
import org.carrel.security.Caller;
import org.carrel.shelfwork.ShelfScanned.Between;
import org.carrel.shelfwork.rules.ShelfRules;
import org.carrel.shelfwork.rules.ShelfRules.Place;
import org.carrel.shelfwork.rules.ShelfSequence;
import org.carrel.shelfwork.store.ShelfCopyStore;
import org.carrel.shelfwork.store.ShelfInventoryStore;
import org.carrel.shelfwork.store.ShelfInventoryStore.Seen;

/**
 * Inventories: somebody scans the shelves in their order, is told at once what is wrong, and in the end marks in one step what nobody
 * has seen. As with audits of devices an inventory lives in the database (decision 47): it survives the browser, and several people
 * may scan for it at once, each at a bay of their own.
 */
@Door
public class ShelfInventories {
    /** In characters; longer scans are cut. */
    public static final int LONGEST_CODE = 64;
    /** Bays are numbered up to this. */
    public static final int MOST_BAYS = 9_999;
    /** For so long a closed inventory can be opened again. */
    public static final Duration UNDO = Duration.ofHours(24);

    /** Conditions in which a copy can be missed. */
    private static final List<ItemCondition> ON_SHELF =
            List.of(ItemCondition.GOOD, ItemCondition.WORN, ItemCondition.DAMAGED);

    /** What was scanned before these says nothing of the next one. */
    private static final int LOOK_BACK = 150;

    private final Database database;
    private final Clock clock;
    private final Sites sites;
    private final ShelfMaps maps;
    private final ItemsAtDesk items;
    private final ScannedNumbers numbers;
    private final CirculationDesk desk;
    private final ShelfInventoryStore store = new ShelfInventoryStore();
    private final ShelfCopyStore copies = new ShelfCopyStore();

    @Inject
    public ShelfInventories(
            Database database,
            Clock clock,
            Sites sites,
            ShelfMaps maps,
            ItemsAtDesk items,
            ScannedNumbers numbers,
            CirculationDesk desk) {
        this.database = database;
        this.clock = clock;
        this.sites = sites;
        this.maps = maps;
        this.items = items;
        this.numbers = numbers;
        this.desk = desk;
    }

    /** The latest first, within reach. @param page from 1 */
    public List<ShelfHistory> history(int page, int size, Caller by) {
        return database.read(connection -> store.history(connection, by.site().orElse(""), (page - 1) * size, size));
    }

    public long count(Caller by) {
        return database.read(connection -> store.count(connection, by.site().orElse("")));
    }

    public Optional<ShelfInventory> find(long id) {
        return database.read(connection -> store.find(connection, id));
    }

    /** Those of a site. */
    public List<ShelfLocation> locations(SchoolSite site) {
        return maps.locations(new Site(site.id(), site.code(), site.name()));
    }

    /**
     * Begins, or goes on with the one that is open for this place.
     *
     * @param site code
     * @param location 0: whatever the location
     * @param from label; empty, as {@code to}: from the first scan to the last
     */
    public ShelfStarted start(String site, int location, String from, String to, Caller by) {
        var known = sites.find(site.strip()).filter(one -> by.isOf(one.code()));
        if (known.isEmpty()) return new ShelfStarted.Refused(ShelfStarted.Why.NO_SUCH_SITE);
        var first = from.strip();
        var last = to.strip();
        if (first.isEmpty() != last.isEmpty()) return new ShelfStarted.Refused(ShelfStarted.Why.HALF_A_RANGE);
        if (!first.isEmpty() && !isRange(first, last)) return new ShelfStarted.Refused(ShelfStarted.Why.NO_RANGE);
        var number = known.get().id();
        return database.transaction(connection -> {
            if (location != 0 && copies.location(connection, number, location).isEmpty())
                return new ShelfStarted.Refused(ShelfStarted.Why.NO_SUCH_LOCATION);
            var id = store.begin(connection, number, location, first, last, clock.instant(), by.account());
            return new ShelfStarted.Started(Math.abs(id), id < 0);
        });
    }

    private static boolean isRange(String from, String to) {
        return Math.max(from.length(), to.length()) <= CallRange.MAX_LABEL
                && ShelfOrder.span(from, to).isPresent();
    }

    /** The bay at which somebody goes on. */
    public int bay(long inventory, Caller by) {
        return database.read(connection -> store.lastBay(connection, inventory, by.account()));
    }

    /** A bay at which this person has scanned nothing yet. */
    public int nextBay(long inventory, Caller by) {
        return database.read(connection -> store.highestBay(connection, inventory, by.account())) + 1;
    }

    /**
     * A scan at a shelf.
     *
     * @param request made by the page: the same one again does nothing and is answered
     * @param bay where the person stands; scans of one bay stand in a row
     */
    public record Scanning(long inventory, UUID request, String text, int bay) {}

    /** A copy is here. The same copy again counts once. */
    public ShelfScanned scan(Scanning scanning, Caller by) {
        var inventory = find(scanning.inventory());
        if (inventory.isEmpty()) return new ShelfScanned.Over();
        var code = cut(scanning.text().strip());
        if (code.isEmpty()) return new ShelfScanned.Empty();
        var found = numbers.copies(code, inventory.get().site());
        if (found.size() > 1)
            return new ShelfScanned.Several(
                    found.stream().map(copy -> copy.title()).toList());
        return database.transaction(connection -> {
            var copy = found.isEmpty()
                    ? Optional.<ShelfCopy>empty()
                    : copies.find(connection, found.getFirst().id());
            // As everywhere: the copy before what hangs on it.
            if (copy.isPresent() && !copies.share(connection, copy.get().id())) copy = Optional.empty();
            var open = store.lock(connection, scanning.inventory()).filter(ShelfInventories::isOpen);
            if (open.isEmpty()) return new ShelfScanned.Over();
            return copy.isEmpty()
                    ? unknown(connection, scanning, code, by)
                    : known(connection, open.get(), scanning, copy.get(), by);
        });
    }

    private static boolean isOpen(ShelfInventory inventory) {
        return inventory.state() == ShelfInventory.State.OPEN;
    }

    private static String cut(String code) {
        return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
    }

    private ShelfScanned unknown(Connection connection, Scanning scanning, String code, Caller by) throws SQLException {
        var inventory = scanning.inventory();
        if (!store.isKnown(connection, scanning.request()))
            store.add(
                    connection,
                    inventory,
                    Optional.empty(),
                    code,
                    scanning.bay(),
                    scanning.request(),
                    clock.instant(),
                    by.account());
        return new ShelfScanned.Unknown(code, store.scanned(connection, inventory));
    }

    private ShelfScanned known(
            Connection connection, ShelfInventory inventory, Scanning scanning, ShelfCopy copy, Caller by)
            throws SQLException {
        var repeated = store.isKnown(connection, scanning.request());
        var before = store.scanOf(connection, inventory.id(), copy.id());
        var now = clock.instant();
        copies.seen(connection, copy.id(), now);
        var scan = before.isPresent()
                ? before.get().id()
                : store.add(
                        connection,
                        inventory.id(),
                        Optional.of(copy.id()),
                        cut(copy.barcode().isEmpty() ? scanning.text().strip() : copy.barcode()),
                        scanning.bay(),
                        scanning.request(),
                        now,
                        by.account());
        var row = store.lastSeen(connection, inventory.id(), by.account(), scanning.bay(), LOOK_BACK);
        var place = place(inventory);
        var wrong = wrong(row, place);
        var outcome = ShelfRules.scanned(copy, place, !wrong.contains(copy.id()));
        var between = outcome == ShelfOutcome.OUT_OF_ORDER
                ? Optional.of(between(connection, copy, inventory))
                : Optional.<Between>empty();
        var again = before.isPresent() && !repeated;
        var earlier = again ? Optional.<ShelfCopy>empty() : earlier(row, place, wrong, copy);
        var earlierBetween = earlier.isPresent()
                ? Optional.of(between(connection, earlier.get(), inventory))
                : Optional.<Between>empty();
        var count = store.scanned(connection, inventory.id());
        return new ShelfScanned.Scanned(scan, copy, outcome, again, between, earlier, earlierBetween, count);
    }

    /** What this scan shows to stand wrong and did not seem to before. */
    private static Optional<ShelfCopy> earlier(List<Seen> row, Place place, Set<Long> wrong, ShelfCopy newest) {
        if (row.isEmpty() || row.getLast().copy().id() != newest.id()) return Optional.empty();
        var known = wrong(row.subList(0, row.size() - 1), place);
        return row.reversed().stream()
                .map(Seen::copy)
                .filter(copy -> copy.id() != newest.id()
                        && wrong.contains(copy.id())
                        && !known.contains(copy.id())
                        && ShelfRules.scanned(copy, place, false) == ShelfOutcome.OUT_OF_ORDER)
                .findFirst();
    }

    private static Set<Long> wrong(List<Seen> row, Place place) {
        var inRow = row.stream()
                .map(Seen::copy)
                .filter(copy -> ShelfRules.isInSequence(copy, place))
                .toList();
        var found = ShelfSequence.of(inRow.stream().map(ShelfCopy::key).toList());
        var wrong = new HashSet<Long>();
        for (var at = 0; at < inRow.size(); at++)
            if (!found.isRight(at)) wrong.add(inRow.get(at).id());
        return wrong;
    }

    private Between between(Connection connection, ShelfCopy copy, ShelfInventory inventory) throws SQLException {
        var before = copies.before(connection, copy, inventory.location()).map(ShelfInventories::label);
        var after = copies.after(connection, copy, inventory.location()).map(ShelfInventories::label);
        return new Between(before.orElse(""), after.orElse(""));
    }

    private static String label(ShelfCopy copy) {
        return copy.callNumber() + " · " + copy.title();
    }

    private static Place place(ShelfInventory inventory) {
        return new Place(inventory.siteId(), inventory.location(), span(inventory));
    }

    private static Optional<Span> span(ShelfInventory inventory) {
        return inventory.isRange() ? ShelfOrder.span(inventory.from(), inventory.to()) : Optional.empty();
    }

    /**
     * The desk sets a copy right that was scanned here: it ends a loan, finds what was lost, sends home what belongs elsewhere.
     *
     * @param scan number of the scan
     * @return what the desk says; empty when there is no such scan, or the inventory is closed
     */
    public Optional<DeskAnswer> settle(long inventory, long scan, UUID request, Caller by) {
        var known = find(inventory).filter(ShelfInventories::isOpen);
        var scanned = database.read(connection -> store.scan(connection, inventory, scan));
        if (known.isEmpty() || scanned.isEmpty() || scanned.get().item() == 0) return Optional.empty();
        var item = scanned.get().item();
        var copy = database.read(connection -> copies.find(connection, item));
        if (copy.isEmpty()) return Optional.empty();
        var before = ShelfRules.scanned(copy.get(), place(known.get()), true);
        var where = DeskPlace.at(known.get().site());
        var answer = desk.checkIn(Scan.now(request, scanned.get().code(), Optional.empty(), where), item, by);
        if (before.canBeSettled() && scanned.get().settled().isEmpty())
            database.transaction(connection -> {
                store.settle(connection, scan, before);
                return true;
            });
        return Optional.of(answer);
    }

    /** Takes the last scan of this person back. @return its code; empty when there is none */
    public Optional<String> unscan(long id, Caller by) {
        return database.transaction(connection -> {
            var open = store.lock(connection, id).filter(ShelfInventories::isOpen);
            return open.isEmpty() ? Optional.<String>empty() : store.removeLast(connection, id, by.account());
        });
    }

    /** What was scanned and what should have been; empty when there is no such inventory. */
    public Optional<ShelfSheet> open(long id) {
        return database.read(connection -> {
            var inventory = store.find(connection, id);
            return inventory.isEmpty() ? Optional.empty() : Optional.of(sheet(connection, inventory.get()));
        });
    }

    private ShelfSheet sheet(Connection connection, ShelfInventory inventory) throws SQLException {
        var lines = inventory.state() == ShelfInventory.State.CLOSED
                ? store.lines(connection, inventory.id())
                : found(connection, inventory);
        return new ShelfSheet(inventory, lines, store.unknown(connection, inventory.id()));
    }

    private List<ShelfLine> found(Connection connection, ShelfInventory inventory) throws SQLException {
        var place = place(inventory);
        var runs = new LinkedHashMap<String, List<Seen>>();
        for (var seen : store.seen(connection, inventory.id()))
            runs.computeIfAbsent(seen.run(), run -> new ArrayList<>()).add(seen);
        var wrong = new HashSet<Long>();
        var spans = new ArrayList<Span>();
        for (var run : runs.values()) look(run, place, wrong, spans);
        var lines = new ArrayList<ShelfLine>();
        for (var run : runs.values()) {
            for (var seen : run) {
                var copy = seen.copy();
                var outcome =
                        seen.settled().orElseGet(() -> ShelfRules.scanned(copy, place, !wrong.contains(copy.id())));
                var isExpected = ShelfRules.isExpected(copy, place, spans);
                lines.add(
                        new ShelfLine(copy, outcome, isExpected, seen.settled().isPresent(), false));
            }
        }
        if (place.span().isEmpty() && spans.isEmpty()) return lines;
        var unseen = copies.unseen(connection, inventory.id(), place.site(), place.location(), place.span());
        for (var copy : unseen)
            if (ShelfRules.isExpected(copy, place, spans))
                lines.add(new ShelfLine(copy, ShelfRules.unseen(copy), true, false, false));
        return lines;
    }

    /** One run: who stands wrong, and from where to where it went. */
    private static void look(List<Seen> run, Place place, Set<Long> wrong, List<Span> spans) {
        var inRow = run.stream()
                .map(Seen::copy)
                .filter(copy -> ShelfRules.isInSequence(copy, place))
                .toList();
        var found = ShelfSequence.of(inRow.stream().map(ShelfCopy::key).toList());
        for (var at = 0; at < inRow.size(); at++)
            if (!found.isRight(at)) wrong.add(inRow.get(at).id());
        for (var stretch : found.stretches()) {
            var end = inRow.get(stretch.last()).key() + '\0';
            spans.add(new Span(inRow.get(stretch.first()).key(), end));
        }
    }

    /** Ends it without a result. False when it is not open. */
    public boolean drop(long id, UUID request, Caller by) {
        return database.transaction(connection -> {
            var inventory = store.lock(connection, id);
            if (store.isClosedBy(connection, id, request)) return true;
            if (inventory.filter(ShelfInventories::isOpen).isEmpty()) return false;
            store.close(connection, id, ShelfInventory.State.DROPPED, clock.instant(), by.account(), request);
            return true;
        });
    }

    /**
     * Marks as missing what nobody has seen, all at once or nothing of it.
     *
     * @param shown the key of what was shown ({@link ShelfSheet#missingKey})
     * @param left copies that are not to be marked
     * @param request the same again does nothing a second time
     */
    public ShelfClosed close(long id, String shown, Set<Long> left, UUID request, Caller by) {
        return database.transaction(connection -> close(connection, id, shown, left, request, by));
    }

    private ShelfClosed close(Connection connection, long id, String shown, Set<Long> left, UUID request, Caller by)
            throws SQLException {
        var before = store.find(connection, id).filter(ShelfInventories::isOpen);
        if (before.isPresent()) items.lockAll(connection, missing(found(connection, before.get())));
        var inventory = store.lock(connection, id);
        if (store.isClosedBy(connection, id, request)) return ShelfClosed.DONE;
        if (inventory.filter(ShelfInventories::isOpen).isEmpty()) return ShelfClosed.OVER;
        var sheet = sheet(connection, inventory.get());
        if (!sheet.missingKey().equals(shown)) return ShelfClosed.CHANGED;
        var marked = new HashSet<>(missing(sheet.lines()));
        marked.removeAll(left);
        items.setConditions(connection, marked, ItemCondition.MISSING);
        var lines = sheet.lines().stream()
                .map(line -> marked.contains(line.copy().id())
                        ? new ShelfLine(line.copy(), line.outcome(), line.expected(), true, false)
                        : line)
                .toList();
        store.write(connection, id, lines);
        store.close(connection, id, ShelfInventory.State.CLOSED, clock.instant(), by.account(), request);
        items.changed(
                connection,
                lines.stream()
                        .filter(line -> marked.contains(line.copy().id()))
                        .map(line -> line.copy().bib())
                        .distinct()
                        .toList());
        return ShelfClosed.DONE;
    }

    private static List<Long> missing(List<ShelfLine> lines) {
        return lines.stream()
                .filter(line -> line.outcome() == ShelfOutcome.MISSING)
                .map(line -> line.copy().id())
                .toList();
    }

    /** Whether it was closed so lately that it can be opened again. */
    public boolean canReopen(ShelfInventory inventory) {
        return inventory.state() == ShelfInventory.State.CLOSED
                && inventory
                        .closedAt()
                        .filter(at -> at.plus(UNDO).isAfter(clock.instant()))
                        .isPresent();
    }

    /** Takes the closing back: what it marked and is still missing is not missing any more, and scanning goes on. */
    public ShelfClosed reopen(long id) {
        return database.transaction(connection -> {
            var marked = new ArrayList<Long>();
            for (var before : ON_SHELF) marked.addAll(store.marked(connection, id, before));
            items.lockAll(connection, marked);
            var inventory = store.lock(connection, id);
            if (inventory.filter(this::canReopen).isEmpty()) return ShelfClosed.OVER;
            if (!store.reopen(connection, id)) return ShelfClosed.ANOTHER_OPEN;
            for (var before : ON_SHELF)
                items.setConditions(connection, store.stillMissing(connection, id, before), before);
            store.removeLines(connection, id);
            items.changed(connection, bibs(connection, marked));
            return ShelfClosed.DONE;
        });
    }

    private List<Long> bibs(Connection connection, List<Long> marked) throws SQLException {
        var bibs = new HashSet<Long>();
        for (var from = 0; from < marked.size(); from += LOOK_BACK)
            bibs.addAll(copies.bibs(connection, marked.subList(from, Math.min(marked.size(), from + LOOK_BACK))));
        return List.copyOf(bibs);
    }

    /** Who has scanned last what, for whoever comes back: the latest first. */
    public List<ShelfScanned.Scanned> latest(long id, int most, Caller by) {
        return database.read(connection -> {
            var inventory = store.find(connection, id);
            if (inventory.isEmpty()) return List.<ShelfScanned.Scanned>of();
            var place = place(inventory.get());
            var bay = store.lastBay(connection, id, by.account());
            var row = store.lastSeen(connection, id, by.account(), bay, LOOK_BACK);
            var wrong = wrong(row, place);
            var told = new ArrayList<ShelfScanned.Scanned>();
            for (var seen : row.reversed().subList(0, Math.min(most, row.size()))) {
                var copy = seen.copy();
                var outcome = seen.settled().isPresent()
                        ? ShelfOutcome.FINE
                        : ShelfRules.scanned(copy, place, !wrong.contains(copy.id()));
                var between = outcome == ShelfOutcome.OUT_OF_ORDER
                        ? Optional.of(between(connection, copy, inventory.get()))
                        : Optional.<Between>empty();
                told.add(new ShelfScanned.Scanned(
                        seen.scan(), copy, outcome, false, between, Optional.empty(), Optional.empty(), 0));
            }
            return told;
        });
    }
}

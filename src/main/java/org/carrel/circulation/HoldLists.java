package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carrel.circulation.rules.HoldOrder;
import org.carrel.circulation.rules.PullList;
import org.carrel.circulation.rules.PullList.FreeCopy;
import org.carrel.circulation.rules.QueuedHold;
import org.carrel.circulation.store.HoldListStore;
import org.carrel.circulation.store.HoldStore;
import org.carrel.circulation.store.WisherStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolCalendar;

/** What is to be fetched, what waits on the hold shelf, what is on its way, and who waits for what. Reads only, as it is now. */
@Door
public class HoldLists {
    private final Database database;
    private final Clock clock;
    private final SchoolCalendar calendar;
    private final HoldListStore lists = new HoldListStore();
    private final HoldStore holds = new HoldStore();
    private final WisherStore sites = new WisherStore();

    @Inject
    public HoldLists(Database database, Clock clock, SchoolCalendar calendar) {
        this.database = database;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** The day at a site. @param site code */
    public LocalDate today(String site) {
        return calendar.of(site).today(clock.instant());
    }

    /** Copies of a site to fetch for those who wait, in shelf order. @param site code */
    public List<PullRow> pullList(String site) {
        var today = today(site);
        return database.read(connection -> {
            var queues = lists.waiting(connection);
            var shelf = lists.free(connection, queues.keySet());
            var copies = shelf.stream().collect(Collectors.groupingBy(HoldCopyFacts::bib));
            var names = lists.siteNames(connection);
            var here = sites.site(connection, site);
            if (here.isEmpty()) return List.of();
            var rows = new ArrayList<PullRow>();
            for (var queue : queues.entrySet()) {
                var free = copies.getOrDefault(queue.getKey(), List.of());
                rows.addAll(pulls(queue.getValue(), free, here.get().code(), names, today));
            }
            return inShelfOrder(rows, shelf);
        });
    }

    private List<PullRow> pulls(
            List<QueuedHold> queue,
            List<HoldCopyFacts> copies,
            String site,
            Map<Integer, String> names,
            LocalDate today) {
        var byItem = copies.stream().collect(Collectors.toMap(HoldCopyFacts::item, Function.identity()));
        var free = copies.stream()
                .map(copy -> new FreeCopy(copy.item(), copy.site()))
                .toList();
        return PullList.of(queue, free, today).stream()
                .map(pull -> {
                    var copy = Objects.requireNonNull(byItem.get(pull.copy().item()));
                    var elsewhere = copy.site() != pull.hold().site();
                    return new PullRow(
                            copy,
                            pull.hold().id(),
                            names.getOrDefault(pull.hold().site(), ""),
                            elsewhere);
                })
                .filter(row -> row.copy().siteCode().equalsIgnoreCase(site))
                .toList();
    }

    private static List<PullRow> inShelfOrder(List<PullRow> rows, List<HoldCopyFacts> shelf) {
        var order = shelf.stream().map(HoldCopyFacts::item).toList();
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.copy().item())))
                .toList();
    }

    /** What stands on the hold shelf of a site, by its last day; then what is for nobody any more. @param site code */
    public List<HeldCopyRow> shelf(String site) {
        var today = today(site);
        return database.read(connection -> {
            var here = sites.site(connection, site);
            if (here.isEmpty()) return List.of();
            var rows = new ArrayList<HeldCopyRow>();
            for (var row : lists.shelf(connection, here.get().id())) rows.add(wanted(connection, row, today));
            return rows;
        });
    }

    /** Whether somebody else waits for what is for nobody any more. */
    private HeldCopyRow wanted(Connection connection, HeldCopyRow row, LocalDate today) throws SQLException {
        if (row.hold().isPresent()) return row;
        var queue = holds.queue(connection, row.copy().bib());
        return row.wanted(HoldOrder.next(queue, row.copy().item(), today).isPresent());
    }

    /** What is on its way from and to a site; what waits in the box first. @param site code */
    public List<TransferRow> transfers(String site) {
        return database.read(connection -> {
            var here = sites.site(connection, site);
            return here.isEmpty()
                    ? List.of()
                    : lists.transfers(connection, here.get().id());
        });
    }

    /** Who waits for a title, in order; with those who have their copy ready. */
    public List<OpenHold> queue(long bib) {
        return database.read(connection -> open(connection, bib, hold -> true));
    }

    /** What a person waits for, the oldest first. */
    public List<OpenHold> ofPatron(long patron) {
        return database.read(connection -> {
            var all = new ArrayList<OpenHold>();
            for (var bib : lists.titlesOf(connection, patron)) {
                all.addAll(open(connection, bib, hold -> hold.patron() == patron));
            }
            all.sort(Comparator.comparing(OpenHold::placed).thenComparing(OpenHold::id));
            return all;
        });
    }

    /** Empty when it is over, or was never there. */
    public Optional<OpenHold> find(long hold) {
        return database.read(connection -> {
            var row = holds.find(connection, hold);
            return row.isEmpty()
                    ? Optional.empty()
                    : open(connection, row.get().bib(), one -> one.id() == hold).stream()
                            .findFirst();
        });
    }

    /** Those of these holds of which a copy is on the hold shelf, as they are now. */
    public List<OpenHold> ready(Collection<Long> some) {
        return some.stream()
                .flatMap(hold -> find(hold).stream())
                .filter(hold -> hold.state() == HoldState.READY)
                .toList();
    }

    /** Copies that are set aside for a hold. */
    public List<HeldCopyRow> heldFor(long hold) {
        return database.read(connection -> lists.heldFor(connection, hold));
    }

    /** What staff have moved in the queue of a title, and why; the latest first. */
    public List<HoldChange> moves(long bib) {
        return database.read(connection -> lists.moves(connection, bib));
    }

    private List<OpenHold> open(Connection connection, long bib, Predicate<QueuedHold> which) throws SQLException {
        var queue = holds.queue(connection, bib);
        var title = lists.title(connection, bib).orElse("");
        var names = lists.siteNames(connection);
        var rows = new ArrayList<OpenHold>();
        for (var hold : HoldOrder.sorted(queue)) {
            if (!which.test(hold)) continue;
            var taken = lists.taken(connection, hold.id());
            var site = sites.site(connection, hold.site()).orElseThrow();
            var today = today(site.code());
            rows.add(new OpenHold(
                    hold.id(),
                    hold.patron(),
                    bib,
                    title,
                    hold.onlyItem(),
                    site.code(),
                    names.getOrDefault(hold.site(), ""),
                    hold.quantity(),
                    taken.ready(),
                    taken.filled(),
                    hold.placed(),
                    state(hold, taken, today),
                    HoldOrder.row(queue, hold.id()),
                    HoldOrder.position(queue, hold.id(), today),
                    taken.shelfUntil(),
                    hold.suspendedUntil()));
        }
        return rows;
    }

    private static HoldState state(QueuedHold hold, HoldListStore.Taken taken, LocalDate today) {
        if (taken.ready() > 0) return HoldState.READY;
        if (taken.onItsWay() > 0) return HoldState.ON_ITS_WAY;
        return hold.isSuspended(today) ? HoldState.SUSPENDED : HoldState.WAITING;
    }
}

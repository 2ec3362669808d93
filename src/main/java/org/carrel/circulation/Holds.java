package org.carrel.circulation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.carrel.circulation.holds.HoldQueue;
import org.carrel.circulation.rules.HoldOrder;
import org.carrel.circulation.store.HeldCopyStore;
import org.carrel.circulation.store.HoldStore;
import org.carrel.circulation.store.HoldStore.Act;
import org.carrel.circulation.store.HoldStore.Kind;
import org.carrel.circulation.store.HoldStore.Row;
import org.carrel.circulation.store.WisherStore;
import org.carrel.patrons.Borrowers;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/**
 * Holds are placed and changed: each public method is one use case and one transaction, and the same request again gets the same
 * answer and does nothing (rule Z2). What a check-in or a check-out does to holds is {@link HoldQueue}'s, in the desk's transaction.
 */
@Door
public class Holds {
    /** Longest reason, in characters. */
    public static final int MAX_REASON = 500;

    private static final int MOST_DAYS_SUSPENDED = 366;

    private final Database database;
    private final Clock clock;
    private final SchoolCalendar calendar;
    private final HoldTables tables;
    private final Placing placing;
    private final HoldQueue queue;
    private final List<HoldListener> listeners;
    private final HoldStore store = new HoldStore();
    private final HeldCopyStore copies = new HeldCopyStore();
    private final WisherStore sites = new WisherStore();

    @Inject
    public Holds(
            Database database,
            Clock clock,
            Borrowers people,
            SchoolCalendar calendar,
            LoanRules rules,
            AuditTrail audit,
            Settings settings,
            @Any Instance<HoldListener> listeners) {
        this(
                database,
                clock,
                calendar,
                new HoldTables(people, rules::table, audit),
                HoldQueue.keeping(settings.retention(), rules::table),
                listeners.stream().toList());
    }

    Holds(
            Database database,
            Clock clock,
            SchoolCalendar calendar,
            HoldTables tables,
            HoldQueue queue,
            List<HoldListener> listeners) {
        this.database = database;
        this.clock = clock;
        this.calendar = calendar;
        this.tables = tables;
        this.placing = new Placing(tables, calendar);
        this.queue = queue;
        this.listeners = List.copyOf(listeners);
    }

    /** At the end of the queue of the title. Only staff lift problems, name a copy or want several. */
    public HoldPlaced place(HoldWish wish, UUID request, HoldActor by) {
        return database.transaction(connection -> {
            var once = new OnlyOnce(connection, request, by.account(), clock.instant());
            if (!once.isNew()) return once.placed();
            return once.answer(placing.place(connection, wish, by, clock.instant()));
        });
    }

    /** Gives up a hold. A copy that was set aside stays where it is until somebody scans it. @param reason may be empty */
    public HoldChanged cancel(long hold, String reason, UUID request, HoldActor by) {
        return change(hold, request, by, change -> {
            var now = clock.instant();
            var news = queue.cancel(change.connection(), hold, by.cancels(), by.account(), cut(reason), now);
            if (news.isEmpty()) return HoldChanged.GONE;
            tell(change.connection(), List.of(news.get()));
            return change.audited("hold_cancelled");
        });
    }

    /** Passes the hold over until the end of a day; it keeps its place. */
    public HoldChanged suspend(long hold, LocalDate until, UUID request, HoldActor by) {
        return change(hold, request, by, change -> {
            var today = today(change.site());
            if (until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS_SUSPENDED))) return HoldChanged.BAD_DAY;
            if (!copies.ofHold(change.connection(), hold).isEmpty()) return HoldChanged.COPY_SET_ASIDE;
            store.suspend(change.connection(), hold, until);
            return change.noted(Kind.SUSPENDED, "");
        });
    }

    public HoldChanged resume(long hold, UUID request, HoldActor by) {
        return change(hold, request, by, change -> {
            store.suspend(change.connection(), hold, null);
            return change.noted(Kind.RESUMED, "");
        });
    }

    /** Another place to pick it up. What is set aside already stays where it is: not for those. @param site code */
    public HoldChanged pickUpAt(long hold, String site, UUID request, HoldActor by) {
        return change(hold, request, by, change -> {
            var there = sites.site(change.connection(), site);
            if (there.isEmpty()) return HoldChanged.NO_SUCH_SITE;
            if (!copies.ofHold(change.connection(), hold).isEmpty()) return HoldChanged.COPY_SET_ASIDE;
            store.pickUpAt(change.connection(), hold, there.get().id());
            return change.noted(Kind.SITE_CHANGED, "");
        });
    }

    /** Staff let somebody go before others, or after, and say why (rule H2). @param row of the queue from 1 */
    public HoldChanged move(long hold, int row, String reason, UUID request, Caller by) {
        return change(hold, request, HoldActor.staff(by), change -> {
            if (!change.by().mayOverride()) return HoldChanged.NOT_ALLOWED;
            if (reason.isBlank()) return HoldChanged.NO_REASON;
            var all = store.queue(change.connection(), change.row().bib());
            var moved = HoldOrder.moved(all, hold, row);
            var before = HoldOrder.row(all, hold);
            store.reorder(change.connection(), moved);
            var act = new Act(
                    hold, Kind.MOVED, clock.instant(), HoldActor.staff(by).account());
            store.note(change.connection(), act, cut(reason.strip()), before, moved.indexOf(hold) + 1);
            return change.audited("hold_moved");
        });
    }

    /** All copies that wait in the box from one site to another are on their way. How many. @param from code @param to code */
    public int boxSent(String from, String to, Caller by) {
        if (!by.isOf(from)) return 0;
        return database.transaction(connection -> {
            var start = sites.site(connection, from);
            var end = sites.site(connection, to);
            if (start.isEmpty() || end.isEmpty()) return 0;
            return copies.sent(connection, start.get().id(), end.get().id(), clock.instant());
        });
    }

    /** What is done to a hold that is open, while nobody else changes its person or its queue. */
    private interface Work {
        HoldChanged on(Change change) throws SQLException;
    }

    /** @param site code of the pick-up site */
    private record Change(Connection connection, Row row, String site, HoldActor by, Holds door) {
        HoldChanged noted(Kind kind, String reason) throws SQLException {
            var act = new Act(row.id(), kind, door.clock.instant(), by.account());
            door.store.note(connection, act, reason, 0, 0);
            return audited("hold_changed");
        }

        HoldChanged audited(String action) throws SQLException {
            door.tables.audit(connection, by, action, row.patron());
            return HoldChanged.DONE;
        }
    }

    private HoldChanged change(long hold, UUID request, HoldActor by, Work work) {
        return database.transaction(connection -> {
            var once = new OnlyOnce(connection, request, by.account(), clock.instant());
            if (!once.isNew()) return once.changed();
            return once.answer(change(connection, hold, by, work));
        });
    }

    private HoldChanged change(Connection connection, long hold, HoldActor by, Work work) throws SQLException {
        var seen = store.find(connection, hold);
        if (seen.isEmpty() || seen.get().patron().isEmpty()) return HoldChanged.GONE;
        tables.people().lock(connection, seen.get().patron().getAsLong());
        store.lockQueue(connection, seen.get().bib());
        var row = store.find(connection, hold).filter(Row::open);
        // The person or the title was merged into another one meanwhile: the next try finds that one.
        if (row.isEmpty()
                || !row.get().patron().equals(seen.get().patron())
                || row.get().bib() != seen.get().bib()) return HoldChanged.GONE;
        var site = sites.site(connection, row.get().site()).orElseThrow().code();
        if (!by.reaches(row.get().patron(), site)) return HoldChanged.GONE;
        return work.on(new Change(connection, row.get(), site, by, this));
    }

    private LocalDate today(String site) {
        return calendar.of(site).today(clock.instant());
    }

    private void tell(Connection connection, List<HoldNews> news) throws SQLException {
        for (var listener : listeners) listener.heard(connection, news);
    }

    private static String cut(String text) {
        return text.length() > MAX_REASON ? text.substring(0, MAX_REASON) : text;
    }
}

package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.circulation.HoldPlaced.Placed;
import org.carrel.circulation.HoldPlaced.Refused;
import org.carrel.circulation.rules.HoldOrder;
import org.carrel.circulation.rules.HoldRules;
import org.carrel.circulation.rules.HoldRules.Wanted;
import org.carrel.circulation.rules.HoldRules.Wisher;
import org.carrel.circulation.store.HoldStore;
import org.carrel.circulation.store.HoldStore.Act;
import org.carrel.circulation.store.HoldStore.Kind;
import org.carrel.circulation.store.HoldStore.New;
import org.carrel.circulation.store.HoldStore.Row;
import org.carrel.circulation.store.WisherStore;
import org.carrel.circulation.store.WisherStore.Place;
import org.carrel.patrons.BlockedAct;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronStatus;
import org.carrel.school.SchoolCalendar;

/** A hold is placed: the person is locked, then the queue; all problems are told at once, and nothing is written when one is left. */
final class Placing {
    private final HoldTables tables;
    private final SchoolCalendar calendar;
    private final HoldStore holds = new HoldStore();
    private final WisherStore store = new WisherStore();

    Placing(HoldTables tables, SchoolCalendar calendar) {
        this.tables = tables;
        this.calendar = calendar;
    }

    HoldPlaced place(Connection connection, HoldWish typed, HoldActor by, Instant now) throws SQLException {
        var wish = by.isStaff() ? typed : HoldWish.ofTitle(typed.patron(), typed.bib(), typed.site());
        var patron = tables.people().lock(connection, wish.patron());
        var own = by.patron().stream().allMatch(number -> number == wish.patron());
        if (patron.isEmpty() || !own) return new Refused(Set.of(HoldProblem.NOT_ACTIVE));
        var site = store.site(connection, wish.site());
        if (site.isEmpty()
                || by.staff().filter(caller -> !caller.isOf(wish.site())).isPresent())
            return new Refused(Set.of(HoldProblem.NO_SUCH_SITE));
        holds.lockNewQueue(connection, wish.bib());
        var problems = problems(connection, wish, patron.get(), site.get(), now);
        var lifts = by.mayOverride() && !wish.reason().isBlank();
        var left = HoldRules.without(problems, lifts ? wish.overridden() : Set.of());
        if (!left.isEmpty()) return new Refused(left);
        return placed(connection, wish, site.get(), by, now);
    }

    private Set<HoldProblem> problems(Connection connection, HoldWish wish, Patron patron, Place site, Instant now)
            throws SQLException {
        var today = calendar.of(site.code()).today(now);
        var midnight = today.atStartOfDay(calendar.of(site.code()).zone()).toInstant();
        var title = store.title(connection, wish.bib());
        var open = holds.ofPatron(connection, patron.id());
        var wisher = new Wisher(
                patron.facts().status() == PatronStatus.ACTIVE,
                isBlocked(connection, patron, today),
                open.size(),
                holds.placedSince(connection, patron.id(), midnight),
                hasHold(connection, wish, open),
                store.hasOnLoan(connection, patron.id(), wish.bib()));
        var item = wish.onlyItem();
        var right = item.isEmpty() || store.isCopy(connection, wish.bib(), item.getAsLong());
        var wanted = new Wanted(title.copies(), right, item.isPresent(), wish.quantity());
        var rule = tables.rules().get().resolve(site.code(), patron.facts().category(), title.itemType());
        return HoldRules.problems(wisher, wanted, rule);
    }

    private boolean isBlocked(Connection connection, Patron patron, LocalDate today) throws SQLException {
        return patron.expires().filter(last -> last.isBefore(today)).isPresent()
                || !tables.people()
                        .blocks(connection, patron.id(), today, BlockedAct.HOLDS)
                        .isEmpty();
    }

    /** On the title or on any copy; two on two copies are two volumes. */
    private boolean hasHold(Connection connection, HoldWish wish, List<Row> open) throws SQLException {
        if (open.stream().noneMatch(row -> row.bib() == wish.bib())) return false;
        return holds.queue(connection, wish.bib()).stream()
                .filter(hold -> hold.patron() == wish.patron())
                .anyMatch(hold -> hold.onlyItem().isEmpty()
                        || wish.onlyItem().isEmpty()
                        || hold.onlyItem().equals(wish.onlyItem()));
    }

    private HoldPlaced placed(Connection connection, HoldWish wish, Place site, HoldActor by, Instant now)
            throws SQLException {
        var id = holds.add(
                connection,
                new New(wish.patron(), wish.bib(), wish.onlyItem(), site.id(), wish.quantity(), now, by.account()));
        var reason = wish.reason().strip();
        var act = new Act(id, Kind.PLACED, now, by.account());
        holds.note(connection, act, reason.substring(0, Math.min(reason.length(), Holds.MAX_REASON)), 0, 0);
        var today = calendar.of(site.code()).today(now);
        var position = HoldOrder.position(holds.queue(connection, wish.bib()), id, today);
        tables.audit(connection, by, "hold_placed", OptionalLong.of(wish.patron()));
        return new Placed(id, position.orElseThrow());
    }
}

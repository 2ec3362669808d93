package org.carrel.circulation.holds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.circulation.HoldEnd;
import org.carrel.circulation.HoldNews;
import org.carrel.circulation.RenewalFacts.Waiting;
import org.carrel.circulation.holds.HoldClaim.Kind;
import org.carrel.circulation.rules.HoldOrder;
import org.carrel.circulation.rules.HoldOrder.Demand;
import org.carrel.circulation.rules.QueuedHold;
import org.carrel.circulation.store.HeldCopyStore;
import org.carrel.circulation.store.HeldCopyStore.HeldCopy;
import org.carrel.circulation.store.HoldStore;
import org.carrel.circulation.store.HoldStore.Act;

/** Check-outs, with the queue of the title locked. */
final class HoldsAtDesk {
    private final HoldStore holds = new HoldStore();
    private final HeldCopyStore copies = new HeldCopyStore();
    private final HoldEnds ends;

    HoldsAtDesk(HoldEnds ends) {
        this.ends = ends;
    }

    HoldsAtCheckOut before(Connection connection, long patron, DeskCopy copy, AtDesk at) throws SQLException {
        var queue = holds.queue(connection, copy.bib());
        var held = copies.find(connection, copy.item())
                .filter(found -> found.hold().isPresent());
        var own = own(queue, patron, copy, held);
        var demand = HoldOrder.byOthers(queue, patron, copy.item(), at.today());
        var waiting = demand.waiting(demand.all() == 0 ? 0 : holds.spare(connection, copy.bib(), copy.item()));
        var claim = held.isPresent()
                ? claim(held.get(), patron, demand)
                : HoldOrder.next(queue, copy.item(), at.today())
                        .filter(hold -> hold.patron() != patron && waiting == Waiting.THIS_COPY)
                        .map(hold -> new HoldClaim(
                                hold.id(), hold.patron(), Kind.NEXT_IN_LINE, Optional.empty(), demand.all()));
        return new HoldsAtCheckOut(claim, own, waiting, true);
    }

    private static Optional<HoldClaim> claim(HeldCopy held, long patron, Demand demand) {
        if (held.isFor(patron)) return Optional.empty();
        return Optional.of(new HoldClaim(
                held.hold().orElseThrow(),
                held.patron().orElseThrow(),
                held.ready() ? Kind.ON_HOLD_SHELF : Kind.ON_ITS_WAY,
                held.shelfUntil(),
                demand.all() + 1));
    }

    /** The borrower's hold for which this copy is set aside, or else would do. */
    private static OptionalLong own(List<QueuedHold> queue, long patron, DeskCopy copy, Optional<HeldCopy> held) {
        if (held.isPresent() && held.get().isFor(patron)) return held.get().hold();
        return HoldOrder.sorted(queue).stream()
                .filter(hold -> hold.patron() == patron && hold.takes(copy.item()))
                .mapToLong(QueuedHold::id)
                .findFirst();
    }

    HoldsAfterCheckOut after(Connection connection, long patron, DeskCopy copy, AtDesk at) throws SQLException {
        var queue = holds.queue(connection, copy.bib());
        var held = copies.find(connection, copy.item());
        var own = own(queue, patron, copy, held.filter(found -> found.hold().isPresent()));
        var news = new ArrayList<HoldNews>();
        endTransfer(connection, copy, at);
        if (held.isPresent()) {
            if (held.get().isFor(patron)) copies.filled(connection, held.get().id());
            else news.addAll(taken(connection, queue, held.get(), copy, at));
        }
        if (held.isPresent() || own.isPresent()) holds.changed(connection, copy.bib());
        if (own.isEmpty()) return new HoldsAfterCheckOut(own, List.of(), news);
        if (held.filter(found -> found.isFor(patron)).isEmpty()) {
            copies.addFilled(connection, own.getAsLong(), copy.item(), at.site(), at.now());
        }
        return new HoldsAfterCheckOut(own, fill(connection, queue, own.getAsLong(), copy, at), news);
    }

    private void endTransfer(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        var transfer = copies.transfer(connection, copy.item());
        if (transfer.isPresent()) copies.endTransfer(connection, transfer.get().id(), false, at.now());
    }

    /** Somebody else has it now: whoever it was set aside for is first again (B27). */
    private List<HoldNews> taken(Connection connection, List<QueuedHold> queue, HeldCopy held, DeskCopy copy, AtDesk at)
            throws SQLException {
        copies.over(connection, held.id());
        if (held.hold().isEmpty()) return List.of();
        var hold = held.hold().getAsLong();
        holds.reorder(connection, HoldOrder.moved(queue, hold, 1));
        holds.note(
                connection, new Act(hold, HoldStore.Kind.FREED, at.now(), at.account()), OptionalLong.of(copy.item()));
        return List.of(HoldNews.retracted(hold, held.patron().orElseThrow(), copy.bib(), copy.item(), held.site()));
    }

    /** One copy less is wanted; with the last one the hold is over, and what was set aside beyond is free. */
    private List<Long> fill(Connection connection, List<QueuedHold> queue, long hold, DeskCopy copy, AtDesk at)
            throws SQLException {
        var wish = queue.stream().filter(one -> one.id() == hold).findFirst().orElseThrow();
        var filled = copies.countFilled(connection, hold);
        holds.note(
                connection, new Act(hold, HoldStore.Kind.FILLED, at.now(), at.account()), OptionalLong.of(copy.item()));
        var setAside = copies.ofHold(connection, hold);
        var tooMany = setAside.stream()
                .limit(Math.max(0, filled + setAside.size() - wish.quantity()))
                .toList();
        for (var one : tooMany) copies.free(connection, one.id());
        if (filled >= wish.quantity()) ends.end(connection, hold, HoldEnd.PICKED_UP, at.now());
        return tooMany.stream().map(HeldCopy::item).toList();
    }

    void undone(Connection connection, long patron, DeskCopy copy, AtDesk at) throws SQLException {
        var filled = copies.findFilled(connection, copy.item(), patron);
        if (filled.isEmpty()) return;
        var hold = filled.get().hold();
        var row = holds.find(connection, hold).orElseThrow();
        if (!row.open() && !holds.reopen(connection, hold)) return;
        copies.notFilled(connection, filled.get());
        holds.note(
                connection,
                new Act(hold, HoldStore.Kind.REOPENED, at.now(), at.account()),
                OptionalLong.of(copy.item()));
        holds.changed(connection, copy.bib());
    }
}

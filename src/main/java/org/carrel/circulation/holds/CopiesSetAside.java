package org.carrel.circulation.holds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.carrel.circulation.HoldNews;
import org.carrel.circulation.LoanRuleTable;
import org.carrel.circulation.holds.CheckInProposal.Arrived;
import org.carrel.circulation.holds.CheckInProposal.OnHoldShelf;
import org.carrel.circulation.holds.CheckInProposal.OnItsWay;
import org.carrel.circulation.holds.CheckInProposal.SendHome;
import org.carrel.circulation.holds.CheckInProposal.Shelve;
import org.carrel.circulation.holds.CheckInProposal.Trap;
import org.carrel.circulation.rules.HoldOrder;
import org.carrel.circulation.rules.ShelfDates;
import org.carrel.circulation.store.HeldCopyStore;
import org.carrel.circulation.store.HeldCopyStore.HeldCopy;
import org.carrel.circulation.store.HeldCopyStore.Transfer;
import org.carrel.circulation.store.HoldStore;
import org.carrel.circulation.store.HoldStore.Act;
import org.carrel.circulation.store.HoldStore.Kind;
import org.carrel.circulation.store.WisherStore;

/** Where a copy goes that was scanned (rules H3, H4 and C5), with the queue of the title locked. */
final class CopiesSetAside {
    private final HoldStore holds = new HoldStore();
    private final HeldCopyStore copies = new HeldCopyStore();
    private final WisherStore wishers = new WisherStore();
    private final Supplier<LoanRuleTable> rules;

    CopiesSetAside(Supplier<LoanRuleTable> rules) {
        this.rules = rules;
    }

    /** A copy for which nobody waits. */
    static CheckInProposal unwanted(DeskCopy copy, AtDesk at) {
        return copy.home() == at.site() ? new Shelve() : new SendHome(copy.home());
    }

    CheckInProposal proposal(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        var held = copies.find(connection, copy.item());
        var transfer = copies.transfer(connection, copy.item());
        if (held.isPresent() && held.get().hold().isPresent() && copy.fit()) {
            return setAside(connection, held.get(), transfer, copy, at);
        }
        var next = next(connection, copy, at);
        if (next.isPresent()) return next.get();
        // Sent home and scanned elsewhere: it still goes home. What was sent for a hold that is over does not.
        if (transfer.isPresent() && !transfer.get().forHold() && transfer.get().to() != at.site()) {
            return new OnItsWay(transfer.get().to(), false);
        }
        return unwanted(copy, at);
    }

    private CheckInProposal setAside(
            Connection connection, HeldCopy held, Optional<Transfer> transfer, DeskCopy copy, AtDesk at)
            throws SQLException {
        var hold = held.hold().orElseThrow();
        var patron = held.patron().orElseThrow();
        if (held.site() != at.site()) {
            return transfer.isPresent()
                    ? new OnItsWay(held.site(), true)
                    : new Trap(hold, patron, held.site(), false, Optional.empty(), OptionalInt.empty());
        }
        if (held.ready()) return new OnHoldShelf(hold, patron, held.shelfUntil());
        return new Arrived(hold, patron, until(connection, patron, copy, at));
    }

    private Optional<CheckInProposal> next(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        if (!copy.fit()) return Optional.empty();
        var queue = holds.queue(connection, copy.bib());
        var next = HoldOrder.next(queue, copy.item(), at.today());
        if (next.isEmpty()) return Optional.empty();
        var hold = next.get();
        var here = hold.site() == at.site();
        return Optional.of(new Trap(
                hold.id(),
                hold.patron(),
                hold.site(),
                here,
                here ? until(connection, hold.patron(), copy, at) : Optional.empty(),
                HoldOrder.position(queue, hold.id(), at.today())));
    }

    /** By the rule for the person and the kind of copy at the site where it is picked up. */
    private Optional<LocalDate> until(Connection connection, long patron, DeskCopy copy, AtDesk at)
            throws SQLException {
        var category = wishers.category(connection, patron);
        var rule = rules.get().resolve(at.code(), category, copy.itemType());
        return ShelfDates.until(rule, at.calendar(), at.now())
                .map(end -> at.calendar().today(end));
    }

    Whereabouts accept(Connection connection, CheckInProposal proposal, DeskCopy copy, AtDesk at) throws SQLException {
        return switch (proposal) {
            case Shelve shelve -> putDown(connection, copy, at);
            case SendHome home -> putDown(connection, copy, at);
            case OnHoldShelf there ->
                new Whereabouts.HoldShelf(there.hold(), there.patron(), there.shelfUntil(), List.of());
            case OnItsWay way -> onItsWay(connection, way, copy, at);
            case Arrived arrived -> arrived(connection, arrived, copy, at);
            case Trap trap -> trap(connection, trap, copy, at);
        };
    }

    Whereabouts ignore(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        return putDown(connection, copy, at);
    }

    /** For nobody: to its own shelf. */
    private Whereabouts putDown(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        var news = clear(connection, copy, at);
        if (copy.home() == at.site()) return new Whereabouts.Shelf(news);
        copies.send(connection, copy.item(), at.site(), copy.home(), false, at.now());
        holds.changed(connection, copy.bib());
        return new Whereabouts.Sent(copy.home(), false, news);
    }

    /** What was before is over: it is in somebody's hand. Whoever had it on the hold shelf has it no more. */
    private List<HoldNews> clear(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        var held = copies.find(connection, copy.item());
        var transfer = copies.transfer(connection, copy.item());
        if (transfer.isPresent()) {
            copies.endTransfer(connection, transfer.get().id(), transfer.get().to() == at.site(), at.now());
        }
        if (held.isPresent() || transfer.isPresent()) holds.changed(connection, copy.bib());
        if (held.isEmpty()) return List.of();
        copies.over(connection, held.get().id());
        return retracted(connection, held.get(), copy, at);
    }

    private List<HoldNews> retracted(Connection connection, HeldCopy held, DeskCopy copy, AtDesk at)
            throws SQLException {
        if (held.hold().isEmpty()) return List.of();
        var hold = held.hold().getAsLong();
        holds.note(connection, new Act(hold, Kind.FREED, at.now(), at.account()), OptionalLong.of(copy.item()));
        if (!held.ready()) return List.of();
        return List.of(HoldNews.retracted(hold, held.patron().orElseThrow(), copy.bib(), copy.item(), held.site()));
    }

    private Whereabouts trap(Connection connection, Trap trap, DeskCopy copy, AtDesk at) throws SQLException {
        var news = new ArrayList<>(clear(connection, copy, at));
        holds.changed(connection, copy.bib());
        var item = OptionalLong.of(copy.item());
        if (!trap.here()) {
            copies.addOnItsWay(connection, trap.hold(), copy.item(), trap.site(), at.now());
            copies.send(connection, copy.item(), at.site(), trap.site(), true, at.now());
            holds.note(connection, new Act(trap.hold(), Kind.SENT, at.now(), at.account()), item);
            return new Whereabouts.Sent(trap.site(), true, news);
        }
        copies.addReady(
                connection,
                trap.hold(),
                copy.item(),
                at.site(),
                at.now(),
                trap.shelfUntil().orElse(null));
        holds.note(connection, new Act(trap.hold(), Kind.TRAPPED, at.now(), at.account()), item);
        news.add(ready(trap.hold(), trap.patron(), copy, at, trap.shelfUntil()));
        return new Whereabouts.HoldShelf(trap.hold(), trap.patron(), trap.shelfUntil(), news);
    }

    private Whereabouts arrived(Connection connection, Arrived arrived, DeskCopy copy, AtDesk at) throws SQLException {
        var held = copies.find(connection, copy.item()).orElseThrow();
        copies.arrived(connection, held.id(), at.now(), arrived.shelfUntil().orElse(null));
        var transfer = copies.transfer(connection, copy.item());
        if (transfer.isPresent()) copies.endTransfer(connection, transfer.get().id(), true, at.now());
        holds.note(
                connection,
                new Act(arrived.hold(), Kind.ARRIVED, at.now(), at.account()),
                OptionalLong.of(copy.item()));
        holds.changed(connection, copy.bib());
        var news = ready(arrived.hold(), arrived.patron(), copy, at, arrived.shelfUntil());
        return new Whereabouts.HoldShelf(arrived.hold(), arrived.patron(), arrived.shelfUntil(), List.of(news));
    }

    private static HoldNews ready(long hold, long patron, DeskCopy copy, AtDesk at, Optional<LocalDate> until) {
        return HoldNews.ready(hold, patron, copy.bib(), copy.item(), at.site(), until);
    }

    /** Scanned where it came from it waits there still; elsewhere it has taken a wrong way, which goes on from here. */
    private Whereabouts onItsWay(Connection connection, OnItsWay way, DeskCopy copy, AtDesk at) throws SQLException {
        var transfer = copies.transfer(connection, copy.item()).orElseThrow();
        if (transfer.from() != at.site()) {
            copies.endTransfer(connection, transfer.id(), false, at.now());
            copies.send(connection, copy.item(), at.site(), way.to(), way.hold(), at.now());
        }
        return new Whereabouts.Sent(way.to(), way.hold(), List.of());
    }

    List<HoldNews> untrap(Connection connection, DeskCopy copy, AtDesk at) throws SQLException {
        var held = copies.find(connection, copy.item());
        var transfer = copies.transfer(connection, copy.item());
        if (transfer.isPresent())
            copies.deleteTransfer(connection, transfer.get().id());
        if (held.isPresent()) copies.delete(connection, held.get().id());
        holds.changed(connection, copy.bib());
        return held.isEmpty() ? List.of() : retracted(connection, held.get(), copy, at);
    }
}

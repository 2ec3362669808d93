package org.carrel.circulation;

import static org.carrel.circulation.DeskAnswer.Act.JUST_RETURNED;
import static org.carrel.circulation.DeskAnswer.Act.NOT_ON_LOAN;
import static org.carrel.circulation.DeskAnswer.Act.RETURNED;
import static org.carrel.circulation.DeskAnswer.Act.UNKNOWN;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeskTables.Act;
import org.carrel.circulation.TurnedUp.FoundLoan;
import org.carrel.circulation.holds.DeskCopy;
import org.carrel.circulation.holds.Whereabouts;
import org.carrel.circulation.rules.InHouse;
import org.carrel.circulation.rules.ReturnTime;
import org.carrel.circulation.store.InHouseStore;
import org.carrel.circulation.store.LoanStore.Event;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;

/** Check-in: always possible, by anybody at a desk, in any state of the borrower (rule O5), and the same twice does no harm (C1). */
final class CheckingIn {
    /** For so long what was returned can be taken back: until then nobody is forgotten and no notice is sent. */
    static final Duration UNDO = Duration.ofSeconds(60);

    private final DeskTables tables;
    private final Claiming claims;
    private final InHouseStore uses = new InHouseStore();

    CheckingIn(DeskTables tables) {
        this.tables = tables;
        this.claims = new Claiming(tables);
    }

    /**
     * @param aside whether somebody who waits may get it; false: it goes to its shelf, this time
     */
    DeskAnswer take(Act act, long itemId, boolean aside) throws SQLException {
        var connection = act.connection();
        // Lock order: the person, for what is owed, before the copy.
        var before = tables.loans().findOpenOfItem(connection, itemId);
        if (before.isPresent() && before.get().patron().isPresent())
            tables.people().lock(connection, before.get().patron().getAsLong());
        var item = tables.items().lock(connection, itemId).orElse(null);
        if (item == null) return DeskAnswer.of(UNKNOWN);
        var loan = tables.loans().findOpenOfItem(connection, itemId);
        return loan.isPresent() ? returned(act, item, loan.get()) : notOnLoan(act, item, aside);
    }

    private DeskAnswer returned(Act act, ItemForLoan item, Loan loan) throws SQLException {
        var connection = act.connection();
        var zone = tables.terms().zone(act.place().site());
        var at = ReturnTime.of(act.now(), act.place().returnedOn(), zone).orElse(act.now());
        // Whoever said that it was back was right: it is late by no more than that.
        var said = loan.state() == LoanState.CLAIMED_RETURNED
                ? tables.losses().accruesUntil(connection, loan.id())
                : Optional.<Instant>empty();
        var back = said.filter(at::isAfter).orElse(at);
        var returned = back.isBefore(loan.lent()) ? loan.lent() : back;
        var remarks = new ArrayList<Remark>();
        var found = found(act, item, loan);
        remarks.addAll(found);
        var forget = act.now().plus(tables.terms().keptFor(loan)).plus(UNDO);
        tables.loans().end(connection, loan.id(), LoanEnd.RETURNED, returned, act.now(), forget);
        tables.loans().add(connection, Event.plain(loan.id(), "returned", act.account()), act.now());
        var ended = loan.ended(LoanEnd.RETURNED, returned);
        if (loan.state() != LoanState.LOST) remarks.addAll(late(act, item, ended, returned));
        tables.ledger().hold(connection, loan.id());
        tables.over(act, loan.id());
        remarks.addAll(place(act, item));
        remarks.addAll(aside(act, item, true));
        remarks.addAll(guarded(act, item, List.of(ended)));
        tables.changed(act, item.bibId());
        var answer = DeskAnswer.of(RETURNED).with(item).with(ended).saying(remarks);
        return borrower(act, ended).map(answer::with).orElse(answer);
    }

    private List<Remark> guarded(Act act, ItemForLoan item, List<Loan> ended) throws SQLException {
        var remarks = new ArrayList<Remark>();
        for (var guard : tables.guardsOf(act.connection(), item.id()))
            remarks.addAll(guard.returned(act.connection(), item, ended, act.act()));
        return remarks;
    }

    /** Late, and what it costs by the rules that it was lent with, worked out now and from scratch (rule F4). */
    private List<Remark> late(Act act, ItemForLoan item, Loan loan, Instant returned) throws SQLException {
        var late = loan.late(returned);
        if (late.isZero()) return List.of();
        var remarks = new ArrayList<Remark>();
        remarks.add(new Remark(Remark.Kind.LATE, String.valueOf(late.toMinutes())));
        charge(act, item, loan, returned).ifPresent(amount -> remarks.add(new Remark(Remark.Kind.FINE, amount)));
        return remarks;
    }

    private Optional<String> charge(Act act, ItemForLoan item, Loan loan, Instant until) throws SQLException {
        if (loan.patron().isEmpty()) return Optional.empty();
        var amount = OverdueFine.of(tables, item, loan, until);
        if (amount.amount().isZero()) return Optional.empty();
        amount.charge(tables, act);
        return Optional.of(amount.amount().toString());
    }

    /** What was looked for is found; what it means for who had it goes by what was promised. */
    private List<Remark> found(Act act, ItemForLoan item, Loan loan) throws SQLException {
        var remarks = new ArrayList<Remark>();
        if (loan.state() == LoanState.LOST) remarks.add(new Remark(Remark.Kind.WAS_LOST, ""));
        remarks.addAll(condition(act, item, loan.state() != LoanState.OUT));
        return remarks;
    }

    private List<Remark> condition(Act act, ItemForLoan item, boolean away) throws SQLException {
        var remarks = new ArrayList<Remark>();
        var isGone = item.condition() == ItemCondition.LOST || item.condition() == ItemCondition.MISSING;
        if (isGone || away) {
            var turned = tables.losses().turnedUp(act.connection(), item.id(), ClaimEnd.CHECKED_IN, act.act());
            turned.loan()
                    .map(FoundLoan::credit)
                    .filter(credit -> !credit.isZero())
                    .ifPresent(credit -> remarks.add(new Remark(Remark.Kind.CREDIT, credit.toString())));
            remarks.addAll(claims.settled(act, turned));
        }
        if (isGone)
            remarks.add(new Remark(Remark.Kind.WAS_MISSING, item.condition().name()));
        if (item.condition() == ItemCondition.DAMAGED || item.condition() == ItemCondition.IN_REPAIR)
            remarks.add(new Remark(Remark.Kind.IS_DAMAGED, item.condition().name()));
        return remarks;
    }

    private List<Remark> place(Act act, ItemForLoan item) {
        var remarks = new ArrayList<Remark>();
        if (item.withdrawn().isPresent()) remarks.add(new Remark(Remark.Kind.IS_WITHDRAWN, ""));
        act.place().returnedOn().ifPresent(day -> remarks.add(new Remark(Remark.Kind.COUNTED_FOR, day.toString())));
        return remarks;
    }

    /**
     * Where it goes: to the hold shelf, to another school, or to its place. A pile of returns is never interrupted by a question
     * (decision 0031): it is set aside at once, and the line offers to put it on its shelf instead.
     */
    private List<Remark> aside(Act act, ItemForLoan found, boolean aside) throws SQLException {
        var connection = act.connection();
        var item = tables.items().find(connection, found.id()).orElse(found);
        var copy = DeskCopy.of(item);
        var desk = tables.atDesk(act);
        var where = aside && item.withdrawn().isEmpty()
                ? tables.holds().accept(connection, tables.holds().atCheckIn(connection, copy, desk), copy, desk)
                : tables.holds().ignore(connection, copy, desk);
        tables.tell(act, where.news());
        if (item.withdrawn().isPresent()) return List.of();
        return switch (where) {
            case Whereabouts.Shelf shelf -> List.of();
            case Whereabouts.HoldShelf shelf -> {
                var remarks = new ArrayList<Remark>();
                remarks.add(new Remark(Remark.Kind.HOLD_HERE, name(act, shelf.patron())));
                shelf.until().ifPresent(day -> remarks.add(new Remark(Remark.Kind.PICK_UP_UNTIL, day.toString())));
                yield remarks;
            }
            case Whereabouts.Sent sent -> {
                var kind = sent.forHold() ? Remark.Kind.HOLD_ELSEWHERE : Remark.Kind.BELONGS_ELSEWHERE;
                yield List.of(new Remark(kind, tables.loans().siteName(connection, sent.to())));
            }
        };
    }

    private String name(Act act, long patron) throws SQLException {
        return tables.people()
                .find(act.connection(), patron)
                .filter(person -> act.reaches(person.facts().get(PatronField.SITE)))
                .map(Patron::spokenName)
                .orElse("");
    }

    private DeskAnswer notOnLoan(Act act, ItemForLoan item, boolean aside) throws SQLException {
        var last = tables.loans().lastCheckIn(act.connection(), item.id());
        var moment = Duration.between(last.orElse(Instant.EPOCH), act.now());
        if (aside && !moment.isNegative() && moment.compareTo(CheckingOut.TWICE) <= 0) {
            return DeskAnswer.of(JUST_RETURNED).with(item);
        }
        var remarks = new ArrayList<>(condition(act, item, false));
        remarks.addAll(place(act, item));
        var where = aside(act, item, aside);
        remarks.addAll(where);
        remarks.addAll(guarded(act, item, List.of()));
        if (!remarks.isEmpty()) tables.changed(act, item.bibId());
        else if (aside) remarks.addAll(used(act, item, last));
        return DeskAnswer.of(NOT_ON_LOAN).with(item).saying(remarks);
    }

    /** A copy that was on no loan and belongs here was read here, where the school counts that; nobody is asked who did. */
    private List<Remark> used(Act act, ItemForLoan item, Optional<Instant> checkedIn) throws SQLException {
        var site = act.place().site();
        var minutes = tables.terms().inHouseMinutes(site, item.typeCode());
        if (minutes == 0) return List.of();
        var connection = act.connection();
        if (!InHouse.isUse(minutes, uses.last(connection, item.id()), checkedIn, act.now())) return List.of();
        var day = act.now().atZone(tables.terms().zone(site)).toLocalDate();
        uses.count(connection, item.id(), act.site(), day, act.now());
        return List.of(new Remark(Remark.Kind.USED_HERE, String.valueOf(uses.uses(connection, item.id()))));
    }

    private Optional<Patron> borrower(Act act, Loan loan) throws SQLException {
        if (loan.patron().isEmpty()) return Optional.empty();
        return tables.people()
                .find(act.connection(), loan.patron().getAsLong())
                .filter(person -> act.reaches(person.facts().get(PatronField.SITE)));
    }
}

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
import java.util.OptionalLong;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeskTables.Act;
import org.carrel.circulation.rules.ReturnTime;
import org.carrel.circulation.store.LoanStore.Event;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronField;

/** Check-in: always possible, by anybody at a desk, in any state of the borrower (rule O5), and the same twice does no harm (C1). */
final class CheckingIn {
    /** For so long what was returned can be taken back: until then nobody is forgotten and no notice is sent. */
    static final Duration UNDO = Duration.ofSeconds(60);

    private final DeskTables tables;

    CheckingIn(DeskTables tables) {
        this.tables = tables;
    }

    DeskAnswer take(Act act, long itemId) throws SQLException {
        var connection = act.connection();
        var item = tables.items().lock(connection, itemId).orElse(null);
        if (item == null) return DeskAnswer.of(UNKNOWN);
        var loan = tables.loans().findOpenOfItem(connection, itemId);
        return loan.isPresent() ? returned(act, item, loan.get()) : notOnLoan(act, item);
    }

    private DeskAnswer returned(Act act, ItemForLoan item, Loan loan) throws SQLException {
        var connection = act.connection();
        var at = ReturnTime.of(
                        act.now(),
                        act.place().returnedOn(),
                        tables.terms().zone(act.place().site()))
                .orElse(act.now());
        var returned = at.isBefore(loan.lent()) ? loan.lent() : at;
        var forget = act.now().plus(tables.terms().keptFor(loan)).plus(UNDO);
        tables.loans().end(connection, loan.id(), LoanEnd.RETURNED, returned, act.now(), forget);
        tables.loans().add(connection, Event.plain(loan.id(), "returned", account(act)), act.now());
        var remarks = new ArrayList<Remark>();
        var ended = tables.loans().find(connection, loan.id()).orElseThrow();
        remarks.addAll(lateness(ended, returned));
        remarks.addAll(state(act, item, loan));
        remarks.addAll(place(act, item));
        tables.changed(act, item.bibId());
        var answer = DeskAnswer.of(RETURNED).with(item).with(ended).saying(remarks);
        return borrower(act, ended).map(answer::with).orElse(answer);
    }

    private List<Remark> lateness(Loan loan, Instant returned) {
        if (loan.state() != LoanState.OUT) return List.of();
        var late = loan.late(returned);
        return late.isZero() ? List.of() : List.of(new Remark(Remark.Kind.LATE, String.valueOf(late.toMinutes())));
    }

    /** What was looked for is found; who had it is told only on the screen of staff. */
    private List<Remark> state(Act act, ItemForLoan item, Loan loan) throws SQLException {
        var remarks = new ArrayList<Remark>();
        if (loan.state() == LoanState.LOST) remarks.add(new Remark(Remark.Kind.WAS_LOST, ""));
        if (loan.state() == LoanState.CLAIMED_RETURNED) remarks.add(new Remark(Remark.Kind.WAS_CLAIMED, ""));
        remarks.addAll(condition(act, item));
        return remarks;
    }

    private List<Remark> condition(Act act, ItemForLoan item) throws SQLException {
        var remarks = new ArrayList<Remark>();
        switch (item.condition()) {
            case GOOD, WORN -> {}
            case DAMAGED, IN_REPAIR ->
                remarks.add(new Remark(Remark.Kind.IS_DAMAGED, item.condition().name()));
            case LOST, MISSING -> {
                tables.items().setCondition(act.connection(), item.id(), ItemCondition.GOOD);
                remarks.add(new Remark(Remark.Kind.WAS_MISSING, item.condition().name()));
            }
        }
        return remarks;
    }

    private List<Remark> place(Act act, ItemForLoan item) {
        var remarks = new ArrayList<Remark>();
        if (!item.siteCode().equalsIgnoreCase(act.place().site()))
            remarks.add(new Remark(Remark.Kind.BELONGS_ELSEWHERE, item.siteName()));
        if (item.withdrawn().isPresent()) remarks.add(new Remark(Remark.Kind.IS_WITHDRAWN, ""));
        act.place().returnedOn().ifPresent(day -> remarks.add(new Remark(Remark.Kind.COUNTED_FOR, day.toString())));
        return remarks;
    }

    private DeskAnswer notOnLoan(Act act, ItemForLoan item) throws SQLException {
        var last = tables.loans().lastCheckIn(act.connection(), item.id());
        var moment = Duration.between(last.orElse(Instant.EPOCH), act.now());
        if (!moment.isNegative() && moment.compareTo(CheckingOut.TWICE) <= 0) {
            return DeskAnswer.of(JUST_RETURNED).with(item);
        }
        var remarks = new ArrayList<>(condition(act, item));
        if (remarks.stream().anyMatch(said -> said.kind() == Remark.Kind.WAS_MISSING))
            tables.changed(act, item.bibId());
        remarks.addAll(place(act, item));
        return DeskAnswer.of(NOT_ON_LOAN).with(item).saying(remarks);
    }

    private Optional<Patron> borrower(Act act, Loan loan) throws SQLException {
        if (loan.patron().isEmpty()) return Optional.empty();
        return tables.people()
                .find(act.connection(), loan.patron().getAsLong())
                .filter(person -> act.reaches(person.facts().get(PatronField.SITE)));
    }

    private static OptionalLong account(Act act) {
        return OptionalLong.of(act.by().account());
    }
}

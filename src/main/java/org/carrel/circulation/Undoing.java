package org.carrel.circulation;

import static org.carrel.circulation.DeskAnswer.Act.NOTHING_TO_UNDO;
import static org.carrel.circulation.DeskAnswer.Act.UNDONE;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.holds.DeskCopy;
import org.carrel.circulation.store.LoanStore.Event;
import org.carrel.circulation.store.StoredAnswer;

/** Takes back what a desk did within the last minute, unless something else has happened to it since. */
final class Undoing {
    private final DeskTables tables;

    Undoing(DeskTables tables) {
        this.tables = tables;
    }

    /** @param undone the request that is taken back; empty for the last one of this account that can be */
    DeskAnswer undo(DeskTables.Act act, Optional<UUID> undone) throws SQLException {
        var connection = act.connection();
        var since = act.now().minus(CheckingIn.UNDO);
        var account = act.by().account();
        var wanted = undone.isPresent() ? undone : tables.requests().lastUndoable(connection, account, since);
        if (wanted.isEmpty()) return DeskAnswer.of(NOTHING_TO_UNDO);
        var known = tables.requests()
                .find(connection, wanted.get())
                .filter(request -> request.account().equals(OptionalLong.of(account)))
                .filter(request -> !request.at().isBefore(since))
                .flatMap(request -> request.answer());
        if (known.isEmpty()) return DeskAnswer.of(NOTHING_TO_UNDO);
        var told = StoredAnswer.read(known.get());
        if (told.loan().isEmpty() || told.item().isEmpty()) return DeskAnswer.of(NOTHING_TO_UNDO);
        return takeBack(act, wanted.get(), told);
    }

    /** @param told what the request did */
    DeskAnswer takeBack(DeskTables.Act act, UUID request, StoredAnswer told) throws SQLException {
        var connection = act.connection();
        if (told.patron().isPresent())
            tables.people().lock(connection, told.patron().getAsLong());
        var item = tables.items().lock(connection, told.item().getAsLong()).orElse(null);
        var loan = tables.loans().lock(connection, told.loan().getAsLong()).orElse(null);
        if (item == null || loan == null) return DeskAnswer.of(NOTHING_TO_UNDO);
        var remarks = new ArrayList<Remark>();
        var done =
                switch (told.act()) {
                    case CHECKED_OUT -> unlend(act, request, item, loan);
                    case RENEWED -> unrenew(act, request, told, loan);
                    case RETURNED -> unreturn(act, request, item, loan, remarks);
                    default -> false;
                };
        if (!done) return DeskAnswer.of(NOTHING_TO_UNDO).with(item);
        for (var guard : tables.guardsOf(connection, item.id()))
            guard.undone(connection, item, loan, request, act.act());
        tables.changed(act, item.bibId());
        var answer = DeskAnswer.of(UNDONE)
                .saying(remarks)
                .with(item)
                .with(tables.loans().find(connection, loan.id()).orElseThrow());
        if (told.patron().isEmpty()) return answer;
        return tables.people()
                .find(connection, told.patron().getAsLong())
                .map(answer::with)
                .orElse(answer);
    }

    private boolean unlend(DeskTables.Act act, UUID request, ItemForLoan item, Loan loan) throws SQLException {
        if (!loan.isOpen() || loan.renewals() > 0 || loan.state() != LoanState.OUT) return false;
        var now = act.now();
        var patron = loan.patron().orElseThrow();
        // It can be asked for once more, and then the answer is known: the person is forgotten when undoing is over.
        tables.loans().end(act.connection(), loan.id(), LoanEnd.UNDONE, now, now, now.plus(CheckingIn.UNDO));
        tables.loans().add(act.connection(), Event.plain(loan.id(), "undone", act.account()), now);
        tables.over(act, loan.id());
        tables.holds().undoneCheckOut(act.connection(), patron, DeskCopy.of(item), tables.atDesk(act));
        unfind(act, request);
        return true;
    }

    /** What was found by lending it is missing again, and whoever said that it was back has it on the own account again (B58). */
    private void unfind(DeskTables.Act act, UUID request) throws SQLException {
        var connection = act.connection();
        var claimed = tables.losses().claimedBefore(connection, request.toString());
        var again = claimed.isPresent() && tables.loans().reopen(connection, claimed.get())
                ? tables.loans().find(connection, claimed.get())
                : Optional.<Loan>empty();
        tables.losses().undo(connection, request.toString(), again, act.act());
        if (again.isPresent())
            tables.loans().add(connection, Event.plain(again.get().id(), "undone", act.account()), act.now());
    }

    private boolean unrenew(DeskTables.Act act, UUID request, StoredAnswer told, Loan loan) throws SQLException {
        if (!loan.isOpen() || !loan.due().equals(told.due()) || loan.renewals() == 0) return false;
        var before = tables.loans().dueBefore(act.connection(), loan.id());
        if (before.isEmpty()) return false;
        var due = before.get();
        var on = due.atZone(loan.zone()).toLocalDate();
        tables.loans().renew(act.connection(), loan.id(), Optional.of(due), Optional.of(on), loan.renewals() - 1);
        tables.loans().add(act.connection(), Event.plain(loan.id(), "undone", act.account()), act.now());
        tables.ledger().undo(act.connection(), loan.patron().orElseThrow(), request.toString(), act.act());
        return true;
    }

    private boolean unreturn(DeskTables.Act act, UUID request, ItemForLoan item, Loan loan, List<Remark> remarks)
            throws SQLException {
        var connection = act.connection();
        if (loan.isOpen() || loan.end().filter(LoanEnd.RETURNED::equals).isEmpty()) return false;
        if (tables.loans().findOpenOfItem(connection, loan.item()).isPresent()) return false;
        var since = tables.loans().lastCheckIn(connection, item.id()).orElse(act.now());
        if (!tables.loans().reopen(connection, loan.id())) return false;
        if (undamaged(act, loan, since)) remarks.add(new Remark(Remark.Kind.DAMAGE_UNDONE, ""));
        tables.tell(act, tables.holds().untrap(connection, DeskCopy.of(item), tables.atDesk(act)));
        tables.losses().undo(connection, request.toString(), Optional.of(loan), act.act());
        tables.loans().add(connection, Event.plain(loan.id(), "undone", act.account()), act.now());
        return true;
    }

    /** What was marked as damaged after it came back, in the same minute, is as it was: it was never here. */
    private boolean undamaged(DeskTables.Act act, Loan loan, Instant since) throws SQLException {
        var requests = tables.losses().damagedSince(act.connection(), loan.id(), since);
        for (var request : requests) tables.losses().undo(act.connection(), request, Optional.empty(), act.act());
        return !requests.isEmpty();
    }
}

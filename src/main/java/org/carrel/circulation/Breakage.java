package org.carrel.circulation;

import static org.carrel.circulation.DeskAnswer.Act.DAMAGED;
import static org.carrel.circulation.DeskAnswer.Act.MARKED_LOST;
import static org.carrel.circulation.DeskAnswer.Act.NOTHING_TO_UNDO;
import static org.carrel.circulation.DeskAnswer.Act.UNKNOWN;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.circulation.DeskTables.Act;
import org.carrel.circulation.holds.DeskCopy;
import org.carrel.circulation.store.StoredAnswer;
import org.carrel.patrons.PatronField;

/** What has come back damaged, and what has not come back (rules X1 and X6). */
final class Breakage {
    private final DeskTables tables;

    Breakage(DeskTables tables) {
        this.tables = tables;
    }

    /** What this account has taken back last, within the minute of undo. */
    DeskAnswer damagedLast(Act act) throws SQLException {
        var connection = act.connection();
        var since = act.now().minus(CheckingIn.UNDO);
        var request = tables.requests().lastUndoable(connection, act.by().account(), since);
        if (request.isEmpty()) return DeskAnswer.of(NOTHING_TO_UNDO);
        var told = tables.requests()
                .find(connection, request.get())
                .flatMap(known -> known.answer())
                .map(StoredAnswer::read)
                .filter(answer -> answer.act() == DeskAnswer.Act.RETURNED);
        if (told.isEmpty() || told.get().item().isEmpty()) return DeskAnswer.of(NOTHING_TO_UNDO);
        return damaged(act, told.get().item().getAsLong());
    }

    DeskAnswer damaged(Act act, long itemId) throws SQLException {
        var connection = act.connection();
        var last = tables.loans().findLastOfItem(connection, itemId);
        var had = last.filter(loan -> !loan.isOpen() && loan.patron().isPresent());
        if (had.isPresent()) tables.people().lock(connection, had.get().patron().getAsLong());
        var item = tables.items().lock(connection, itemId).orElse(null);
        if (item == null || last.filter(Loan::isOpen).isPresent()) return DeskAnswer.of(UNKNOWN);
        tables.tell(act, tables.holds().untrap(connection, DeskCopy.of(item), tables.atDesk(act)));
        tables.losses().damaged(connection, itemId, had, "", act.act());
        if (had.isPresent()) tables.ledger().hold(connection, had.get().id());
        tables.changed(act, item.bibId());
        return DeskAnswer.of(DAMAGED).with(item);
    }

    DeskAnswer lost(Act act, long loanId) throws SQLException {
        var connection = act.connection();
        var seen = tables.loans().find(connection, loanId).filter(Loan::isOpen);
        if (seen.isEmpty()) return DeskAnswer.of(UNKNOWN);
        var patron = tables.people().lock(connection, seen.get().patron().orElseThrow());
        if (patron.isEmpty() || !act.reaches(patron.get().facts().get(PatronField.SITE))) return DeskAnswer.of(UNKNOWN);
        var item = tables.items().lock(connection, seen.get().item()).orElseThrow();
        var loan = tables.loans().lock(connection, loanId).orElseThrow();
        var rules = tables.lossRules();
        var result = tables.losses()
                .markLost(
                        connection,
                        loanId,
                        rules.group(item),
                        rules.terms(loan, item, act.now()),
                        Optional.empty(),
                        act.act());
        if (!(result instanceof LossResult.MarkedLost marked))
            return DeskAnswer.of(UNKNOWN).with(item);
        for (var listener : tables.ofLoans()) listener.lost(connection, loan);
        tables.changed(act, item.bibId());
        var owed = marked.price().plus(marked.processing()).plus(marked.overdue());
        return DeskAnswer.of(MARKED_LOST)
                .with(item)
                .with(patron.get())
                .with(loan)
                .saying(owed.isZero() ? List.of() : List.of(new Remark(Remark.Kind.OWES, owed.toString())));
    }
}

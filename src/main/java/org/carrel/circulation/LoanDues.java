package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.carrel.circulation.store.LoanStore;
import org.carrel.platform.Door;

/** Due dates that no loan rule gives: those of loans that hang on something else, as a loaner does on a repair (V2). */
@Door
public class LoanDues {
    private final LoanStore loans = new LoanStore();

    /**
     * Sets the due date of an open loan. In the caller's transaction.
     *
     * @param at empty, with {@code on}: no due date
     * @param on the day of that moment, where the loan was made
     * @return false when the loan is over
     */
    public boolean set(Connection connection, long loan, Optional<Instant> at, Optional<LocalDate> on, DeskAct act)
            throws SQLException {
        var before = loans.lock(connection, loan).filter(Loan::isOpen);
        if (before.isEmpty()) return false;
        loans.renew(connection, loan, at, on, before.get().renewals());
        var event = new LoanStore.Event(
                loan, "due_changed", act.account(), "", "", before.get().due(), at);
        loans.add(connection, event, act.at());
        return true;
    }
}

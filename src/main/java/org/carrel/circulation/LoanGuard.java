package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.ItemForLoan;
import org.carrel.circulation.DeskAnswer.Remark;
import org.carrel.patrons.Patron;

/**
 * Knows more of some copies than circulation does: of those whose title the catalog shows nowhere, as devices are, and of those that
 * were pulled for a class. The feature that does makes one a bean. Everything is asked and told in the transaction that lends or takes back, patron and copy locked.
 */
public interface LoanGuard {
    /**
     * What else speaks against lending; told together with what the desk found itself.
     *
     * @param site code of the desk's
     */
    List<Blocked> against(Connection connection, ItemForLoan item, Patron patron, String site) throws SQLException;

    /**
     * Until when it is lent, where that hangs on something else than the loan rules, and what is planned with it before that.
     *
     * @param due by the loan rules; empty for no due date, and for who gets it for the year
     */
    default Planned planned(Connection connection, ItemForLoan item, Patron patron, Optional<Instant> due, Instant now)
            throws SQLException {
        return new Planned(due, List.of());
    }

    /** @param due when it is due; empty for no due date @param against what speaks against lending it so long */
    record Planned(Optional<Instant> due, List<Blocked> against) {
        public Planned {
            against = List.copyOf(against);
        }
    }

    /** Who waits for it now: who scans it while nobody stands at the desk hands it to them. Empty: it is taken back. Writes nothing. */
    default OptionalLong taker(Connection connection, ItemForLoan item, Instant now) throws SQLException {
        return OptionalLong.empty();
    }

    /** It has been lent. What the desk has to know or do besides. */
    List<Remark> lent(Connection connection, ItemForLoan item, Loan loan, DeskAct act) throws SQLException;

    /**
     * It has come in.
     *
     * @param ended the loans that this has ended: one, or none when it was on no loan
     */
    List<Remark> returned(Connection connection, ItemForLoan item, List<Loan> ended, DeskAct act) throws SQLException;

    /**
     * What was lent or taken back by a request a moment ago has been undone.
     *
     * @param undone the request of then
     * @param loan as it is again
     */
    void undone(Connection connection, ItemForLoan item, Loan loan, UUID undone, DeskAct act) throws SQLException;
}

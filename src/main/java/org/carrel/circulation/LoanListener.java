package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Hears what becomes of loans. The feature that writes to people makes one a bean. */
public interface LoanListener {
    /** They are over, or forgotten: nothing more is to be said of them. In the transaction that says so; may come again. */
    void over(Connection connection, Collection<Long> loans) throws SQLException;

    /** It will count as lost in a few days, unless it comes back (rule X4). In the transaction that says so. */
    void lostSoon(Connection connection, Loan loan) throws SQLException;

    /** It counts as lost from now on. In the transaction that says so. */
    void lost(Connection connection, Loan loan) throws SQLException;
}

package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;

/** Hears of loans that soon count as lost, or do so now. Who writes to people makes one a bean. */
public interface LossNotices {
    /** In the transaction that says so: once for the warning, once for the loss. */
    void tell(Connection connection, AgedLoan loan) throws SQLException;
}

package org.carrel.circulation;

import java.sql.Connection;
import java.sql.SQLException;
import org.carrel.circulation.store.DeskRequestStore;
import org.carrel.circulation.store.LoanStore;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Door;

/** Who has something on loan is not erased. */
@Door
public class LoansOut implements PropertyOut {
    private final LoanStore loans = new LoanStore();

    @Override
    public boolean isWith(Connection connection, long patron) throws SQLException {
        return !loans.findOpenOfPatron(connection, patron).isEmpty();
    }

    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        loans.forget(connection, loans.findOfPatron(connection, patron));
        new DeskRequestStore().forgetPerson(connection, patron);
    }
}

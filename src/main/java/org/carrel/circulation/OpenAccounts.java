package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Door;

/** Who owes something to the library is not erased. */
@Door
public class OpenAccounts implements PropertyOut {
    private final FeeLedger ledger;

    @Inject
    public OpenAccounts(FeeLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public boolean isWith(Connection connection, long patron) throws SQLException {
        return !ledger.outstanding(connection, patron).isNothing();
    }

    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        ledger.erase(connection, List.of(patron));
    }
}

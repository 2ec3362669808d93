package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carrel.circulation.fees.FeeLedger;
import org.carrel.patrons.PatronHoldings;
import org.carrel.platform.Door;

/** What people owe, when two entries turn out to be one person (rule P6). What was paid since cannot be told apart: it stays. */
@Door
public class MoneyHoldings implements PatronHoldings {
    private final FeeLedger ledger;

    @Inject
    public MoneyHoldings(FeeLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String kind() {
        return "money";
    }

    /** Money is no thing that somebody has. */
    @Override
    public Map<Long, Integer> counts(Collection<Long> people) {
        return Map.of();
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        ledger.movePatron(connection, from, to);
        return List.of();
    }

    @Override
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) {
        return List.of();
    }
}

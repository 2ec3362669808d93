package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.circulation.store.LoanStore;
import org.carrel.patrons.PatronHoldings;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** What people have on loan, and whose it is when two entries turn out to be one person (rule P6). */
@Door
public class LoanHoldings implements PatronHoldings {
    private final Database database;
    private final LoanStore loans = new LoanStore();

    @Inject
    public LoanHoldings(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "loans";
    }

    @Override
    public Map<Long, Integer> counts(Collection<Long> people) {
        var counts = new HashMap<Long, Integer>();
        database.read(connection -> loans.counts(connection, people))
                .forEach(pair -> counts.put(pair[0], (int) pair[1]));
        return counts;
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        return loans.move(connection, from, to);
    }

    @Override
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        var still = new ArrayList<Long>();
        for (var id : ids) {
            var loan = loans.lock(connection, id);
            if (loan.isPresent() && loan.get().isOf(from)) still.add(id);
        }
        loans.move(connection, still, to);
        return still;
    }
}

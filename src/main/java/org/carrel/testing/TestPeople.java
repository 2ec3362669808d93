package org.carrel.testing;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.patrons.PatronHoldings;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.testing.store.TestPersonStore;

/** What tests know of people, when two entries turn out to be one person, and when somebody is erased. */
@Door
public class TestPeople implements PatronHoldings, PropertyOut {
    private final Database database;
    private final Clock clock;
    private final TestPersonStore store = new TestPersonStore();

    @Inject
    public TestPeople(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "tests";
    }

    @Override
    public Map<Long, Integer> counts(Collection<Long> people) {
        var counts = new HashMap<Long, Integer>();
        database.read(connection -> store.counts(connection, people))
                .forEach(pair -> counts.put(pair[0], (int) pair[1]));
        return counts;
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        return store.move(connection, from, to);
    }

    @Override
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        return store.moveBack(connection, ids, from, to);
    }

    /** Nobody is erased while the test in which they are goes on: who sat where may be asked for on its last day. */
    @Override
    public boolean isWith(Connection connection, long patron) throws SQLException {
        return store.isIn(connection, patron, clock.instant());
    }

    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        store.erase(connection, patron);
    }
}

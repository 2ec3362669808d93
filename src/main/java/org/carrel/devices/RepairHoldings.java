package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.devices.store.RepairStore;
import org.carrel.patrons.PatronHoldings;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Repairs of what people had, and whose they are when two entries turn out to be one person (rule P6). */
@Door
public class RepairHoldings implements PatronHoldings, PropertyOut {
    private final Database database;
    private final RepairStore store = new RepairStore();

    @Inject
    public RepairHoldings(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "tickets";
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

    /** Nobody is erased while what they had is still being mended: what it costs is not known yet. */
    @Override
    public boolean isWith(Connection connection, long patron) throws SQLException {
        return store.isWith(connection, patron);
    }

    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        store.erase(connection, patron);
    }
}

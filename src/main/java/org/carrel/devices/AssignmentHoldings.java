package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carrel.devices.store.AssignmentStore;
import org.carrel.devices.store.HandbackStore;
import org.carrel.patrons.PatronHoldings;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/**
 * Devices that people have for the year: leavers with one show on every list of what is still out, two entries of one person have
 * them together.
 */
@Door
public class AssignmentHoldings implements PatronHoldings, PropertyOut {
    private final Database database;
    private final AssignmentStore store = new AssignmentStore();
    private final HandbackStore handbacks = new HandbackStore();

    @Inject
    public AssignmentHoldings(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "assignments";
    }

    @Override
    public Map<Long, Integer> counts(Collection<Long> people) {
        return database.read(connection -> store.counts(connection, people));
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        handbacks.move(connection, from, to);
        return store.move(connection, from, to);
    }

    @Override
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        return store.moveBack(connection, ids, from, to);
    }

    @Override
    public boolean isWith(Connection connection, long patron) throws SQLException {
        return !store.openOfPatron(connection, patron).isEmpty() || handbacks.isWaitedFor(connection, patron);
    }

    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        store.erase(connection, patron);
    }

    /** Whose device went back before that time is not known any more. How many assignments. */
    public int forget(Instant before) {
        return database.transaction(connection -> store.forget(connection, before));
    }
}

package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carrel.devices.store.LentAccessoryStore;
import org.carrel.patrons.PatronHoldings;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Accessories that people owe: who owes one is not erased, and two entries that are one person owe together. */
@Door
public class AccessoryDebts implements PatronHoldings, PropertyOut {
    private final Database database;
    private final LentAccessoryStore store = new LentAccessoryStore();

    @Inject
    public AccessoryDebts(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "accessories";
    }

    @Override
    public Map<Long, Integer> counts(Collection<Long> people) {
        return database.read(connection -> store.counts(connection, people));
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        return store.move(connection, from, to);
    }

    @Override
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        return store.moveBack(connection, ids, from, to);
    }

    @Override
    public boolean isWith(Connection connection, long patron) throws SQLException {
        return !store.owedBy(connection, patron).isEmpty();
    }
}

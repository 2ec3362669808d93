package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.devices.store.CartOutStore;
import org.carrel.patrons.PatronHoldings;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Whose carts are out, and who owes what was in them: when two entries become one person (rule P6), and when one is erased. */
@Door
public class CartPeople implements PatronHoldings, PropertyOut {
    private final Database database;
    private final CartOutStore outs = new CartOutStore();

    @Inject
    public CartPeople(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "carts";
    }

    /** What is owed of a cart; the cart itself is a loan. */
    @Override
    public Map<Long, Integer> counts(Collection<Long> people) {
        var counts = new HashMap<Long, Integer>();
        database.read(connection -> outs.owedBy(connection, people))
                .forEach(pair -> counts.put(pair[0], (int) pair[1]));
        return counts;
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        return outs.move(connection, from, to);
    }

    @Override
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        return outs.move(connection, ids, from, to);
    }

    @Override
    public boolean isWith(Connection connection, long patron) throws SQLException {
        return outs.isWith(connection, patron);
    }

    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        outs.forget(connection, patron);
    }
}

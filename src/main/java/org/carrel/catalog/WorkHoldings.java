package org.carrel.catalog;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.carrel.catalog.store.WorkStore;
import org.carrel.catalog.store.WorkStore.Decided;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** What was decided about editions, when two records turn out to be one: the one that stays takes it where nobody decided about it. */
@Door
public class WorkHoldings implements TitleHoldings {
    private final Database database;
    private final Clock clock;
    private final WorkStore works = new WorkStore();

    @Inject
    public WorkHoldings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "works";
    }

    @Override
    public int count(Collection<Long> records) {
        return database.read(connection -> works.find(connection, records)).size();
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        works.lock(connection);
        var decided = works.find(connection, List.of(from, to));
        var decision = decided.get(from);
        if (decision == null || decided.containsKey(to)) return List.of();
        works.put(connection, List.of(new Decided(to, decision.set(), decision.keyHash())), clock.instant());
        return List.of(decision.set());
    }

    /** The decision about the first record was never gone. */
    @Override
    public void moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        works.lock(connection);
        var decision = works.find(connection, List.of(to)).get(to);
        if (decision != null && ids.contains(decision.set())) works.forget(connection, List.of(to));
    }
}

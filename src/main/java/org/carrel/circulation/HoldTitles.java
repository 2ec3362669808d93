package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.carrel.catalog.TitleHoldings;
import org.carrel.circulation.holds.HoldQueue;
import org.carrel.circulation.store.HoldStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Who waits for a title, when two records turn out to be one: of two holds of one person the earlier one goes on. */
@Door
public class HoldTitles implements TitleHoldings {
    private final Database database;
    private final HoldQueue queue;
    private final List<HoldListener> listeners;
    private final InstantSource clock;
    private final HoldStore store = new HoldStore();

    @Inject
    public HoldTitles(Database database, DeskRules rules, Clock clock) {
        this(database, rules.holds(), rules.listeners(), clock);
    }

    HoldTitles(Database database, HoldQueue queue, List<HoldListener> listeners, InstantSource clock) {
        this.database = database;
        this.queue = queue;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "holds";
    }

    @Override
    public int count(Collection<Long> records) {
        return database.read(connection -> store.count(connection, records));
    }

    /** Holds that became one cannot become two again: the others go back with the merge. */
    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var moved = queue.moveTitle(connection, from, to, clock.instant());
        if (!moved.news().isEmpty()) for (var listener : listeners) listener.heard(connection, moved.news());
        return moved.holds();
    }

    @Override
    public void moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        queue.moveTitleBack(connection, ids, from, to);
    }
}

package org.carrel.circulation;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.carrel.catalog.TitleHoldings;
import org.carrel.circulation.store.HoldStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Who waits for a title, when two records turn out to be one: of two holds of one person the earlier one goes on. */
@Door
public class HoldTitles implements TitleHoldings {
    private final Database database;
    private final DeskRules rules;
    private final Clock clock;
    private final HoldStore store = new HoldStore();

    @Inject
    public HoldTitles(Database database, DeskRules rules, Clock clock) {
        this.database = database;
        this.rules = rules;
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
        var moved = rules.holds().moveTitle(connection, from, to, clock.instant());
        if (!moved.news().isEmpty()) for (var listener : rules.listeners()) listener.heard(connection, moved.news());
        return moved.holds();
    }

    @Override
    public void moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        rules.holds().moveTitleBack(connection, ids, from, to);
    }
}

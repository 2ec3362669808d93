package org.carrel.lists;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.carrel.catalog.TitleHoldings;
import org.carrel.lists.store.CoverStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Covers, when two records turn out to be one: the one that stays keeps its own, or gets that of the other. */
@Door
public class CoverTitles implements TitleHoldings {
    private final Database database;
    private final CoverStore covers = new CoverStore();

    @Inject
    public CoverTitles(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "covers";
    }

    @Override
    public int count(Collection<Long> records) {
        return database.read(connection -> covers.count(connection, records));
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        return covers.move(connection, from, to) ? List.of(to) : List.of();
    }

    @Override
    public void moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        if (!ids.isEmpty()) covers.move(connection, to, from);
    }
}

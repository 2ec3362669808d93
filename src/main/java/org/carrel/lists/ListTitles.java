package org.carrel.lists;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.carrel.catalog.TitleHoldings;
import org.carrel.lists.store.ListEntryStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** What stands on lists, when two records turn out to be one: a list that has both has the one that stays. */
@Door
public class ListTitles implements TitleHoldings {
    private final Database database;
    private final ListEntryStore entries = new ListEntryStore();

    @Inject
    public ListTitles(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "lists";
    }

    @Override
    public int count(Collection<Long> records) {
        return database.read(connection -> entries.countLists(connection, records));
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var moved = entries.withoutOther(connection, from, to);
        entries.change(connection, moved, from, to);
        return moved;
    }

    @Override
    public void moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        entries.change(connection, ids, to, from);
    }
}

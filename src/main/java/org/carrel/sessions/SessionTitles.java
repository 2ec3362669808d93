package org.carrel.sessions;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.carrel.catalog.TitleHoldings;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.sessions.store.SessionBookStore;

/** What is to be pulled for classes, when two records turn out to be one: a class that wants both wants as many of the one. */
@Door
public class SessionTitles implements TitleHoldings {
    private final Database database;
    private final SessionBookStore store = new SessionBookStore();

    @Inject
    public SessionTitles(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "classes";
    }

    @Override
    public int count(Collection<Long> records) {
        return database.read(connection -> store.countSessions(connection, records));
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        store.join(connection, from, to);
        var sessions = store.sessions(connection, from);
        store.move(connection, sessions, from, to);
        return sessions;
    }

    @Override
    public void moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        store.move(connection, ids, to, from);
    }
}

package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Links to single sessions. */
public final class LinkStore {
    /** The session's number. */
    public Optional<Long> find(Connection connection, String word) throws SQLException {
        return Sql.first(connection, "select session_id from session_link where word = ?", row -> row.getLong(1), word);
    }

    public Map<Long, String> of(Connection connection, Collection<Long> sessions) throws SQLException {
        var found = new HashMap<Long, String>();
        if (sessions.isEmpty()) return found;
        var sql = "select session_id, word from session_link where session_id in (" + Sql.marks(sessions.size()) + ")";
        Sql.list(connection, sql, row -> found.put(row.getLong(1), row.getString(2)), sessions.toArray());
        return found;
    }

    public void keep(Connection connection, long session, String word, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert into session_link (session_id, word, made_at) values (?, ?, ?)",
                session,
                word,
                Utc.of(now));
    }

    /** False when there was none. */
    public boolean remove(Connection connection, long session) throws SQLException {
        return Sql.update(connection, "delete from session_link where session_id = ?", session) == 1;
    }
}

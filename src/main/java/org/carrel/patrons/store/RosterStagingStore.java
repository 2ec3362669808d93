package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.carrel.platform.Sql;

/** Takes out what runs of rosters say about people. */
public final class RosterStagingStore {
    private static final String OLD =
            "run_id in (select id from roster_run where coalesce(committed_at, staged_at) < ?)";

    /** Of runs from before that time. How many rows. */
    public int forget(Connection connection, Instant before) throws SQLException {
        var time = Times.utc(before);
        Sql.update(
                connection,
                "update roster_run set state = 'discarded' where state = 'planned' and staged_at < ?",
                time);
        var count = 0;
        for (var table : new String[] {"roster_piece", "roster_field", "roster_line", "roster_change"}) {
            count += Sql.update(connection, "delete from " + table + " where " + OLD, time);
        }
        return count;
    }
}

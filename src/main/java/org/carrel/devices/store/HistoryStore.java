package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.carrel.devices.DeviceHistory.Ticket;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What broke, and what it cost. */
public final class HistoryStore {
    public List<Ticket> tickets(Connection connection, long device) throws SQLException {
        var sql =
                "select id, fault, state, opened_at, closed_at from repair_ticket where device_id = ? order by id desc limit 100";
        return Sql.list(
                connection,
                sql,
                row -> new Ticket(
                        row.getLong(1),
                        row.getString(2).toUpperCase(Locale.ROOT),
                        row.getString(3).toUpperCase(Locale.ROOT),
                        Utc.instant(row, 4),
                        Utc.someInstant(row, 5)),
                device);
    }

    /** In cents, by its whole history. */
    public long spent(Connection connection, long device) throws SQLException {
        var sql = "select coalesce(sum(cost_cents), 0) from device_event where device_id = ?";
        return Sql.first(connection, sql, row -> row.getLong(1), device).orElse(0L);
    }

    public OptionalInt meter(Connection connection, long device) throws SQLException {
        return new UpkeepStore().meter(connection, device);
    }
}

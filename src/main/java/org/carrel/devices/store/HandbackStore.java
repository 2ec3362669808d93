package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.carrel.devices.Handback;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Devices that the desk has to get back because somebody declined an agreement (B69). */
public final class HandbackStore {
    private static final String SELECT = """
            select h.id, h.device_id, coalesce(d.asset_tag, nullif(d.serial, ''), concat('#', d.id)), h.patron_id, g.name,
                   h.opened_at
            from handback_task h
            join device_record d on d.id = h.device_id
            join item i on i.id = d.item_id
            join site s on s.id = i.site_id
            join agreement g on g.id = h.agreement_id
            where h.closed_at is null
            """;

    /** Those that wait within reach, the oldest first. @param site code; empty for all */
    public List<Handback> open(Connection connection, String site) throws SQLException {
        return Sql.list(
                connection,
                SELECT + " and (? = '' or s.code = ?) order by h.id",
                row -> new Handback(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        Utc.instant(row, 6)),
                site,
                site);
    }

    /** Once for each device. */
    public void open(Connection connection, long device, long patron, int agreement, Instant now) throws SQLException {
        var there = Sql.first(
                connection, "select id from handback_task where open_device = ?", row -> row.getLong(1), device);
        if (there.isPresent()) return;
        var sql = "insert into handback_task (device_id, patron_id, agreement_id, opened_at) values (?, ?, ?, ?)";
        Sql.update(connection, sql, device, patron, agreement, Utc.of(now));
    }

    /** The device is here. */
    public void close(Connection connection, long device, Instant now) throws SQLException {
        var sql = "update handback_task set closed_at = ?, patron_id = null where device_id = ? and closed_at is null";
        Sql.update(connection, sql, Utc.of(now), device);
    }

    /** The person has signed after all. */
    public void closeOf(Connection connection, long patron, int agreement, Instant now) throws SQLException {
        var sql = "update handback_task set closed_at = ?, patron_id = null where patron_id = ? and agreement_id = ?";
        Sql.update(connection, sql, Utc.of(now), patron, agreement);
    }

    public void move(Connection connection, long from, long to) throws SQLException {
        Sql.update(connection, "update handback_task set patron_id = ? where patron_id = ?", to, from);
    }

    /** Whether the desk waits for a device of this person. */
    public boolean isWaitedFor(Connection connection, long patron) throws SQLException {
        return Sql.first(connection, "select 1 from handback_task where patron_id = ?", row -> true, patron)
                .isPresent();
    }
}

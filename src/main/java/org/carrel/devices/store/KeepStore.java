package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Devices that stay as they are until somebody lets them go. */
public final class KeepStore {
    /** The device is locked. @return the number of what keeps it: the one that does already, if there is one */
    public long keep(Connection connection, long device, long account, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert into device_keep (device_id, since, kept_by) values (?, ?, ?) on duplicate key update id = last_insert_id(id)",
                device,
                Utc.of(now),
                account);
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Which device it keeps still; empty when that is let go. */
    public Optional<Long> kept(Connection connection, long keep) throws SQLException {
        return Sql.first(connection, "select open_device from device_keep where id = ?", row -> row.getLong(1), keep)
                .filter(device -> device != 0);
    }

    public void release(Connection connection, long keep, long account, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update device_keep set released_at = ?, released_by = ? where id = ? and released_at is null",
                Utc.of(now),
                account,
                keep);
    }
}

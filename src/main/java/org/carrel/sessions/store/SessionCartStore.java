package org.carrel.sessions.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Carts that went to the classes which had booked them, and what a desk has to know of a thing that classes book. */
public final class SessionCartStore {
    /** The device that a copy is. */
    public OptionalLong device(Connection connection, long item) throws SQLException {
        return number(connection, "select id from device_record where item_id = ?", item);
    }

    private static OptionalLong number(Connection connection, String sql, Object... values) throws SQLException {
        return Sql.first(connection, sql, row -> OptionalLong.of(row.getLong(1)), values)
                .orElse(OptionalLong.empty());
    }

    /** Classes of the roster that somebody is in. */
    public List<Long> classes(Connection connection, long patron) throws SQLException {
        return Sql.list(
                connection, "select class_id from enrolment where patron_id = ?", row -> row.getLong(1), patron);
    }

    /** Whether somebody still counts what came back in it. */
    public boolean isCounted(Connection connection, long device) throws SQLException {
        return number(connection, "select 1 from container_out where open_container = ?", device)
                .isPresent();
    }

    public boolean wentOut(Connection connection, long session, long device) throws SQLException {
        var sql = "select 1 from session_cart where session_id = ? and device_id = ?";
        return number(connection, sql, session, device).isPresent();
    }

    public void out(Connection connection, long session, long device, UUID request, Instant now) throws SQLException {
        var sql = "insert into session_cart (session_id, device_id, request_id, out_at) values (?, ?, ?, ?) "
                + "on duplicate key update request_id = value(request_id), out_at = value(out_at), back_at = null";
        Sql.update(connection, sql, session, device, request.toString(), Utc.of(now));
    }

    /** It is back, whichever session had it. */
    public void back(Connection connection, long device, Instant now) throws SQLException {
        var sql = "update session_cart set back_at = ? where device_id = ? and back_at is null";
        Sql.update(connection, sql, Utc.of(now), device);
    }

    /** It never went. */
    public boolean undo(Connection connection, long device, UUID request) throws SQLException {
        var sql = "delete from session_cart where device_id = ? and request_id = ?";
        return Sql.update(connection, sql, device, request.toString()) > 0;
    }

    /** It has not come back after all. @param lent when it was */
    public void outAgain(Connection connection, long device, Instant lent) throws SQLException {
        var sql = "update session_cart set back_at = null where device_id = ? and out_at >= ?";
        Sql.update(connection, sql, device, Utc.of(lent));
    }
}

package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.DeviceEvent;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What happened to devices. Rows are added and never changed. */
public final class DeviceEventStore {
    private static final int MOST_EVENTS = 500;
    private static final int LONGEST_VALUE = 300;

    /** @param account of staff; empty: a job or an import */
    public record Entry(
            long device,
            Instant at,
            OptionalLong account,
            DeviceEvent.Kind kind,
            String what,
            String was,
            String becomes,
            String reason,
            OptionalInt cost) {
        public static Entry of(long device, Instant at, OptionalLong account, DeviceEvent.Kind kind) {
            return new Entry(device, at, account, kind, "", "", "", "", OptionalInt.empty());
        }

        public Entry about(String field, String before, String after) {
            return new Entry(device, at, account, kind, field, before, after, reason, cost);
        }

        public Entry costing(OptionalInt cents) {
            return new Entry(device, at, account, kind, what, was, becomes, reason, cents);
        }

        public Entry because(String said) {
            return new Entry(device, at, account, kind, what, was, becomes, said, cost);
        }
    }

    /** In cents, what has been told of a device for this reason. */
    public long cost(Connection connection, long device, String reason) throws SQLException {
        var sql = "select coalesce(sum(cost_cents), 0) from device_event where device_id = ? and reason = ?";
        return Sql.first(connection, sql, row -> row.getLong(1), device, reason).orElse(0L);
    }

    public void add(Connection connection, List<Entry> entries) throws SQLException {
        var sql = "insert into device_event (device_id, at, account_id, kind, what, was, becomes, reason, cost_cents) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, entries, (statement, entry) -> {
            statement.setLong(1, entry.device());
            statement.setObject(2, Utc.of(entry.at()));
            statement.setObject(3, entry.account().isPresent() ? entry.account().getAsLong() : null);
            statement.setString(4, Words.of(entry.kind()));
            statement.setString(5, entry.what());
            statement.setString(6, Words.cut(entry.was(), LONGEST_VALUE));
            statement.setString(7, Words.cut(entry.becomes(), LONGEST_VALUE));
            statement.setString(8, entry.reason());
            statement.setObject(9, Words.orNull(entry.cost()));
        });
    }

    /** One that somebody wrote by a form; nothing when this very form has written it already. The device must be locked. */
    public void addOnce(Connection connection, Entry entry, UUID request) throws SQLException {
        var known = "select 1 from device_event where request_id = ?";
        if (Sql.first(connection, known, row -> true, request.toString()).isPresent()) return;
        var sql = "insert into device_event (device_id, at, account_id, kind, reason, cost_cents, request_id) "
                + "values (?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                entry.device(),
                Utc.of(entry.at()),
                entry.account().isPresent() ? entry.account().getAsLong() : null,
                Words.of(entry.kind()),
                entry.reason(),
                Words.orNull(entry.cost()),
                request.toString());
    }

    /** The latest first, at most five hundred. */
    public List<DeviceEvent> of(Connection connection, long device) throws SQLException {
        var sql = """
                select e.at, e.kind, coalesce(a.display_name, ''), e.what, e.was, e.becomes, e.reason, e.cost_cents
                from device_event e left join account a on a.id = e.account_id
                where e.device_id = ? order by e.id desc limit
                """ + " " + MOST_EVENTS;
        return Sql.list(
                connection,
                sql,
                row -> new DeviceEvent(
                        Utc.instant(row, 1),
                        Words.constant(DeviceEvent.Kind.class, row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        Words.number(row, 8)),
                device);
    }
}

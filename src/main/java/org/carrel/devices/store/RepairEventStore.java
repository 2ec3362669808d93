package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.carrel.devices.RepairEvent;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What happened to tickets. Rows are added and never changed. */
public final class RepairEventStore {
    private static final int LONGEST_VALUE = 100;

    /** @param account of staff; empty: a job */
    public record Entry(
            long ticket,
            Instant at,
            OptionalLong account,
            RepairEvent.Kind kind,
            String was,
            String becomes,
            String note) {
        public static Entry of(long ticket, Instant at, OptionalLong account, RepairEvent.Kind kind) {
            return new Entry(ticket, at, account, kind, "", "", "");
        }

        public Entry about(String before, String after) {
            return new Entry(ticket, at, account, kind, before, after, note);
        }

        public Entry saying(String words) {
            return new Entry(ticket, at, account, kind, was, becomes, words);
        }
    }

    public void add(Connection connection, Entry entry) throws SQLException {
        var sql =
                "insert into repair_event (ticket_id, at, account_id, kind, was, becomes, note) values (?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                entry.ticket(),
                Utc.of(entry.at()),
                RepairStore.orNull(entry.account()),
                Words.of(entry.kind()),
                Words.cut(entry.was(), LONGEST_VALUE),
                Words.cut(entry.becomes(), LONGEST_VALUE),
                entry.note());
    }

    /** Whether this was written down before. */
    public boolean isKept(Connection connection, long ticket, RepairEvent.Kind kind, String was) throws SQLException {
        var sql = "select 1 from repair_event where ticket_id = ? and kind = ? and was = ? limit 1";
        return Sql.first(connection, sql, row -> true, ticket, Words.of(kind), was)
                .isPresent();
    }

    /** The latest first. */
    public List<RepairEvent> of(Connection connection, long ticket) throws SQLException {
        var sql = """
                select e.at, e.kind, coalesce(a.display_name, ''), e.was, e.becomes, e.note
                from repair_event e left join account a on a.id = e.account_id
                where e.ticket_id = ? order by e.id desc
                """;
        return Sql.list(
                connection,
                sql,
                row -> new RepairEvent(
                        Utc.instant(row, 1),
                        Words.constant(RepairEvent.Kind.class, row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)),
                ticket);
    }
}

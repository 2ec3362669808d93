package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.RepairEvent;
import org.carrel.devices.RepairState;
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
        return Sql.list(connection, sql, RepairEventStore::event, ticket);
    }

    private static RepairEvent event(ResultSet row) throws SQLException {
        return new RepairEvent(
                Utc.instant(row, 1),
                Words.constant(RepairEvent.Kind.class, row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    /** From which state to which each of these tickets went, in the order in which it happened; who did it and why is left out. */
    public Map<Long, List<RepairEvent>> steps(Connection connection, Collection<Long> tickets) throws SQLException {
        if (tickets.isEmpty()) return Map.of();
        record Step(RepairEvent event, long ticket) {}
        var sql =
                "select at, kind, '', was, becomes, '', ticket_id from repair_event where kind = 'step' and ticket_id in ("
                        + Sql.marks(tickets.size()) + ") order by id";
        return Sql.list(connection, sql, row -> new Step(event(row), row.getLong(7)), tickets.toArray()).stream()
                .collect(Collectors.groupingBy(Step::ticket, Collectors.mapping(Step::event, Collectors.toList())));
    }

    /**
     * A device was handed back for its loaner.
     *
     * @param at the moment of that act
     * @param account whose act it was
     * @param state of the ticket before, and what the device was like
     */
    public record HandedBack(Instant at, OptionalLong account, RepairState state, DeviceCondition condition) {
        /** What is kept of it: two codes. */
        public static String was(RepairState state, DeviceCondition condition) {
            return state + " " + condition;
        }
    }

    /** The last time; empty when there was none, or it was before this was written down. */
    public Optional<HandedBack> handedBack(Connection connection, long ticket) throws SQLException {
        var sql =
                "select at, account_id, substring_index(was, ' ', 1), substring_index(was, ' ', -1) from repair_event "
                        + "where ticket_id = ? and kind = 'handed_back' and was <> '' order by id desc limit 1";
        return Sql.first(
                connection,
                sql,
                row -> new HandedBack(
                        Utc.instant(row, 1),
                        Utc.someNumber(row, 2),
                        Words.constant(RepairState.class, row.getString(3)),
                        Words.constant(DeviceCondition.class, row.getString(4))),
                ticket);
    }
}

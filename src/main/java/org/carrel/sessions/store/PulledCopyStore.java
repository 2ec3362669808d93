package org.carrel.sessions.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.TimeSpan;
import org.carrel.sessions.PulledCopy;
import org.carrel.sessions.PulledCopy.End;

/** Copies on the book carts of classes. */
public final class PulledCopyStore {
    private static final String SELECT = """
            select q.id, q.session_id, q.item_id, c.state in ('requested', 'booked'), c.starts_at, c.ends_at, te.patron_id, c.class_id,
                q.pulled_at
            from pulled_copy q join class_session c on c.id = q.session_id join session_teacher te on te.id = c.teacher_id
            """;

    private static PulledCopy copy(ResultSet row) throws SQLException {
        return new PulledCopy(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getBoolean(4),
                new TimeSpan(Utc.instant(row, 5), Utc.instant(row, 6)),
                Utc.someNumber(row, 7),
                Utc.someNumber(row, 8),
                Utc.instant(row, 9));
    }

    /** Where a copy stands now, if it was pulled. */
    public Optional<PulledCopy> open(Connection connection, long item) throws SQLException {
        return Sql.first(connection, SELECT + "where q.open_item = ?", PulledCopyStore::copy, item);
    }

    /** As {@link #open}; nobody else changes it until the transaction ends. The item is locked before. */
    public Optional<PulledCopy> lockOpen(Connection connection, long item) throws SQLException {
        Sql.first(connection, "select id from pulled_copy where open_item = ? for update", row -> row.getLong(1), item);
        return open(connection, item);
    }

    /** Whether it is set aside for a hold. */
    public boolean isSetAside(Connection connection, long item) throws SQLException {
        return Sql.first(connection, "select 1 from held_copy where set_aside = ?", row -> true, item)
                .isPresent();
    }

    public boolean isOnLoan(Connection connection, long item) throws SQLException {
        return Sql.first(connection, "select 1 from loan where open_item = ?", row -> true, item)
                .isPresent();
    }

    public void add(Connection connection, long session, long item, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert into pulled_copy (session_id, item_id, pulled_at) values (?, ?, ?)",
                session,
                item,
                Utc.of(now));
    }

    public void end(Connection connection, long id, End why, Instant now) throws SQLException {
        var sql = "update pulled_copy set ended_at = ?, end_why = ? where id = ? and ended_at is null";
        Sql.update(connection, sql, Utc.of(now), word(why), id);
    }

    /** What was missed after a session has turned up. */
    public void found(Connection connection, long item) throws SQLException {
        Sql.update(
                connection, "update pulled_copy set end_why = 'found' where item_id = ? and end_why = 'missing'", item);
    }

    /** Titles of what stands on the cart of a session. */
    public List<Long> openBibs(Connection connection, long session) throws SQLException {
        var sql = "select distinct i.bib_id from pulled_copy q join item i on i.id = q.item_id "
                + "where q.session_id = ? and q.ended_at is null";
        return Sql.list(connection, sql, row -> row.getLong(1), session);
    }

    /** Everything that stands on the cart of a session is off it. */
    public void endAll(Connection connection, long session, End why, Instant now) throws SQLException {
        var sql = "update pulled_copy set ended_at = ?, end_why = ? where session_id = ? and ended_at is null";
        Sql.update(connection, sql, Utc.of(now), word(why), session);
    }

    /** What has been pulled for a session, in the order of the shelves. */
    public List<PulledCopy.Row> rows(Connection connection, long session) throws SQLException {
        var sql = """
                select q.id, q.item_id, i.bib_id, coalesce(i.barcode, ''), b.title, concat_ws(' ', nullif(i.call_prefix, ''), nullif(i.call_class, ''), nullif(i.call_cutter, ''), nullif(i.call_suffix, '')),
                    exists (select 1 from loan l where l.open_item = i.id), q.end_why
                from pulled_copy q join item i on i.id = q.item_id join bib_record b on b.id = i.bib_id
                where q.session_id = ? order by i.shelf_key, i.id
                """;
        return Sql.list(
                connection,
                sql,
                row -> new PulledCopy.Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getBoolean(7),
                        Optional.ofNullable(row.getString(8)).map(PulledCopyStore::end)),
                session);
    }

    private static String word(End why) {
        return why.name().toLowerCase(Locale.ROOT);
    }

    private static End end(String word) {
        return End.valueOf(word.toUpperCase(Locale.ROOT));
    }
}

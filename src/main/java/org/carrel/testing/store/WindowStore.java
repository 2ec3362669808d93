package org.carrel.testing.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.testing.TestWindow;
import org.carrel.testing.TestWindow.Forgotten;
import org.carrel.testing.WindowWish;

/** Testing windows and their days; the days' sessions are the schedule's. */
public final class WindowStore {
    private static final String SELECT = """
            select w.id, s.code, w.program_id, p.name, w.name, coalesce(a.display_name, ''), w.made_at, w.cancelled_at,
                w.forgotten_at, coalesce(w.forgotten_seats, 0), coalesce(w.forgotten_incidents, 0)
            from testing_window w join site s on s.id = w.site_id join testing_program p on p.id = w.program_id
                left join account a on a.id = w.made_by
            """;

    /** Without its days. */
    public Optional<TestWindow> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where w.id = ?", WindowStore::window, id);
    }

    /** As {@link #find}; nobody else calls it off until the transaction ends. */
    public Optional<TestWindow> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from testing_window where id = ? for update", row -> row.getLong(1), id);
        return find(connection, id);
    }

    public Optional<TestWindow> ofRequest(Connection connection, UUID request) throws SQLException {
        return Sql.first(connection, SELECT + "where w.request_id = ?", WindowStore::window, request.toString());
    }

    /** The latest first, without their days. @param site code */
    public List<TestWindow> list(Connection connection, String site) throws SQLException {
        return Sql.list(connection, SELECT + "where s.code = ? order by w.id desc", WindowStore::window, site);
    }

    private static TestWindow window(ResultSet row) throws SQLException {
        return new TestWindow(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Utc.instant(row, 7),
                Utc.someInstant(row, 8),
                forgotten(row),
                List.of());
    }

    private static Optional<Forgotten> forgotten(ResultSet row) throws SQLException {
        var at = Utc.someInstant(row, 9);
        var seats = row.getInt(10);
        var incidents = row.getInt(11);
        return at.map(when -> new Forgotten(when, seats, incidents));
    }

    /** @return its number */
    public long insert(Connection connection, WindowWish wish, long account, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert into testing_window (site_id, program_id, name, made_by, made_at, request_id) "
                        + "select id, ?, ?, ?, ?, ? from site where code = ?",
                wish.program(),
                wish.name(),
                account,
                Utc.of(now),
                wish.request().toString(),
                wish.site());
        return last(connection);
    }

    private static long last(Connection connection) throws SQLException {
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** @param places resources of its session that are rooms */
    public void addDay(Connection connection, long window, long session, List<Long> places) throws SQLException {
        Sql.update(connection, "insert into testing_day (session_id, window_id) values (?, ?)", session, window);
        for (var place : places)
            Sql.update(connection, "insert into testing_room (session_id, resource_id) values (?, ?)", session, place);
    }

    /** Numbers of the sessions of its days. */
    public List<Long> sessions(Connection connection, long window) throws SQLException {
        return Sql.list(
                connection,
                "select session_id from testing_day where window_id = ? order by session_id",
                row -> row.getLong(1),
                window);
    }

    public void cancel(Connection connection, long window, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update testing_window set cancelled_at = ? where id = ? and cancelled_at is null",
                Utc.of(now),
                window);
    }

    /** Windows whose last day ended before and whose seats are there still. */
    public List<Long> over(Connection connection, Instant before) throws SQLException {
        var sql = """
                select w.id from testing_window w join testing_day d on d.window_id = w.id join class_session c on c.id = d.session_id
                where w.forgotten_at is null group by w.id having max(c.ends_at) < ? order by w.id
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), Utc.of(before));
    }

    /** Erases who sat where, and what went wrong; that there was a test stays. @return seats and incidents that there were */
    public int[] forget(Connection connection, long window, Instant now) throws SQLException {
        var rooms =
                "(select r.id from testing_room r join testing_day d on d.session_id = r.session_id where d.window_id = ?)";
        var students = "(select id from testing_student where room_id in " + rooms + ")";
        Sql.update(connection, "delete from testing_incident_student where student_id in " + students, window);
        var incidents = Sql.update(connection, "delete from testing_incident where room_id in " + rooms, window);
        var seats = Sql.update(connection, "delete from testing_seat where student_id in " + students, window);
        for (var table : List.of("testing_draft", "testing_mark", "testing_proctor", "testing_student"))
            Sql.update(connection, "delete from " + table + " where room_id in " + rooms, window);
        Sql.update(
                connection,
                "update testing_window set forgotten_at = ?, forgotten_seats = ?, forgotten_incidents = ? where id = ?",
                Utc.of(now),
                seats,
                incidents,
                window);
        return new int[] {seats, incidents};
    }
}

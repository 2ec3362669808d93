package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SeriesPlan;
import org.carrel.scheduling.WishJson;
import org.carrel.scheduling.rules.RecurrenceText;

/** Series of sessions, and the days of them on which there is none. */
public final class SeriesStore {
    private final SessionStore sessions = new SessionStore();

    /** @return its number; it has no days left out yet */
    public long insert(Connection connection, SeriesPlan plan, UUID request, Instant now) throws SQLException {
        Sql.update(
                connection,
                """
                insert into session_series (site_id, teacher_id, wish, recurrence, first_on, last_on, made_at, request_id)
                select id, ?, ?, ?, ?, ?, ?, ? from site where code = ?
                """,
                plan.teacher().id(),
                WishJson.write(plan.wish()),
                RecurrenceText.write(plan.recurrence()),
                plan.first(),
                plan.last(),
                Utc.of(now),
                request.toString(),
                plan.site());
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    /** What these requests have made already, in the order of their numbers. */
    public List<Long> ofRequests(Connection connection, Collection<UUID> requests) throws SQLException {
        return Sql.list(
                connection,
                "select id from session_series where request_id in (" + Sql.marks(requests.size()) + ") order by id",
                row -> row.getLong(1),
                requests.stream().map(UUID::toString).toArray());
    }

    public Optional<SeriesPlan> find(Connection connection, long id) throws SQLException {
        record Row(String site, long teacher, String wish, String recurrence, LocalDate first, LocalDate last) {}
        var found = Sql.first(
                connection,
                """
                select si.code, s.teacher_id, s.wish, s.recurrence, s.first_on, s.last_on
                from session_series s join site si on si.id = s.site_id where s.id = ?
                """,
                row -> new Row(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        Objects.requireNonNull(row.getObject(5, LocalDate.class)),
                        Objects.requireNonNull(row.getObject(6, LocalDate.class))),
                id);
        if (found.isEmpty()) return Optional.empty();
        var row = found.get();
        var skipped = Sql.list(
                connection,
                "select on_date from session_series_skip where series_id = ? order by on_date",
                day -> Objects.requireNonNull(day.getObject(1, LocalDate.class)),
                id);
        return Optional.of(new SeriesPlan(
                id,
                row.site(),
                new TeacherStore().find(connection, row.teacher()).orElseThrow(),
                WishJson.read(row.wish()),
                RecurrenceText.read(row.recurrence()).orElseThrow(),
                row.first(),
                row.last(),
                sessionsOf(connection, id),
                skipped));
    }

    private List<ClassSession> sessionsOf(Connection connection, long series) throws SQLException {
        return sessions.list(connection, "where c.series_id = ? order by c.series_on, c.id", series);
    }

    /** Whose it is: its site and the account of its teacher. */
    public record Whose(String site, OptionalLong account) {}

    public Optional<Whose> whose(Connection connection, long id) throws SQLException {
        return Sql.first(connection, """
                select si.code, t.account_id from session_series s join site si on si.id = s.site_id
                join session_teacher t on t.id = s.teacher_id where s.id = ?
                """, row -> new Whose(row.getString(1), Utc.someNumber(row, 2)), id);
    }

    /** Those of a teacher that go on, in the order of their last days. */
    public List<Long> ofTeacher(Connection connection, long teacher, LocalDate from) throws SQLException {
        return Sql.list(
                connection,
                "select id from session_series where teacher_id = ? and last_on >= ? order by last_on, id",
                row -> row.getLong(1),
                teacher,
                from);
    }

    /** These days have no session of the series. */
    public void skip(Connection connection, long series, Collection<LocalDate> days) throws SQLException {
        Sql.batch(
                connection,
                "insert ignore into session_series_skip (series_id, on_date) values (?, ?)",
                days,
                (statement, day) -> {
                    statement.setLong(1, series);
                    statement.setObject(2, day);
                });
    }

    /** These days have one after all. */
    public void unskip(Connection connection, long series, Collection<LocalDate> days) throws SQLException {
        for (var day : days)
            Sql.update(connection, "delete from session_series_skip where series_id = ? and on_date = ?", series, day);
    }

    /** What is planned for days from this one on is another series from now on. */
    public void split(Connection connection, long series, long other, LocalDate from) throws SQLException {
        Sql.update(
                connection,
                "update class_session set series_id = ? where series_id = ? and series_on >= ?",
                other,
                series,
                from);
        Sql.update(
                connection,
                "update session_series_skip set series_id = ? where series_id = ? and on_date >= ?",
                other,
                series,
                from);
        ends(connection, series, from.minusDays(1));
    }

    /** Nothing of it comes after this day, or after its first where that is later. */
    public void ends(Connection connection, long series, LocalDate last) throws SQLException {
        Sql.update(connection, "update session_series set last_on = greatest(first_on, ?) where id = ?", last, series);
        Sql.update(connection, "delete from session_series_skip where series_id = ? and on_date > ?", series, last);
    }

    /** It goes on until this day. */
    public void goesOn(Connection connection, long series, LocalDate last) throws SQLException {
        Sql.update(connection, "update session_series set last_on = ? where id = ?", last, series);
    }

    /** What is added later is wished so. */
    public void wish(Connection connection, SeriesPlan plan) throws SQLException {
        Sql.update(
                connection, "update session_series set wish = ? where id = ?", WishJson.write(plan.wish()), plan.id());
    }
}

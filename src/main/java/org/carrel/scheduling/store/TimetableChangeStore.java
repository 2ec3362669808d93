package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.TimeSpan;

/** Changes of timetables that can be taken back. */
public final class TimetableChangeStore {
    /** @param undone it was taken back @param kept as the program writes it */
    public record Change(long id, String site, String kept, boolean undone) {}

    private static final String SELECT =
            "select c.id, s.code, c.before_text, c.undone_at is not null from timetable_change c "
                    + "join site s on s.id = c.site_id ";

    public long insert(Connection connection, int site, UUID request, String kept, long by, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "insert into timetable_change (request_id, site_id, before_text, made_at, made_by) values (?, ?, ?, ?, "
                        + "(select id from account where id = ?))",
                request.toString(),
                site,
                kept,
                Utc.of(now),
                by);
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
    }

    public Optional<Change> ofRequest(Connection connection, UUID request) throws SQLException {
        return Sql.first(
                connection, SELECT + "where c.request_id = ?", TimetableChangeStore::change, request.toString());
    }

    public Optional<Change> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where c.id = ?", TimetableChangeStore::change, id);
    }

    /** The last change of a site: only that one can be taken back, as later ones build on it. */
    public Optional<Change> last(Connection connection, String site) throws SQLException {
        return Sql.first(
                connection,
                SELECT + "where s.code = ? and c.undone_at is null order by c.id desc limit 1",
                TimetableChangeStore::change,
                site);
    }

    private static Change change(java.sql.ResultSet row) throws SQLException {
        return new Change(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4));
    }

    /** @param before as it was @param version in which it is left */
    public void add(Connection connection, long change, ClassSession before, int version) throws SQLException {
        Sql.update(
                connection,
                """
                insert into timetable_change_session (change_id, session_id, on_date, first_period, last_period, starts_at, ends_at,
                    state, version_after) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                change,
                before.id(),
                before.day(),
                before.first(),
                before.last(),
                Utc.of(before.span().starts()),
                Utc.of(before.span().ends()),
                before.state().name().toLowerCase(java.util.Locale.ROOT),
                version);
    }

    /** A session as it was before. @param version in which the change has left it */
    public record Was(
            long session, LocalDate day, int first, int last, TimeSpan span, ClassSession.State state, int version) {}

    /** In the order of their old times. */
    public List<Was> sessions(Connection connection, long change) throws SQLException {
        return Sql.list(
                connection,
                "select session_id, on_date, first_period, last_period, starts_at, ends_at, state, version_after "
                        + "from timetable_change_session where change_id = ? order by starts_at, session_id",
                row -> new Was(
                        row.getLong(1),
                        Objects.requireNonNull(row.getObject(2, LocalDate.class)),
                        row.getInt(3),
                        row.getInt(4),
                        new TimeSpan(Utc.instant(row, 5), Utc.instant(row, 6)),
                        ClassSession.State.valueOf(row.getString(7).toUpperCase(java.util.Locale.ROOT)),
                        row.getInt(8)),
                change);
    }

    public void undone(Connection connection, long change, long by, Instant now) throws SQLException {
        Sql.update(
                connection,
                "update timetable_change set undone_at = ?, undone_by = (select id from account where id = ?) where id = ?",
                Utc.of(now),
                by,
                change);
    }
}

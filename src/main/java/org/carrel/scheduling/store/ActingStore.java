package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.ActingTeacher;
import org.carrel.scheduling.ClassSession;

/** Who stands in for whom. */
public final class ActingStore {
    private static final String SELECT = "select f.id, s.code, f.account_id, ac.display_name, f.from_on, f.to_on, "
            + TeacherStore.COLUMNS
            + " from acting_for f join site s on s.id = f.site_id join account ac on ac.id = f.account_id "
            + "join session_teacher te on te.id = f.teacher_id" + TeacherStore.JOINS;
    private static final int TEACHER = 7;

    private final SessionStore sessions = new SessionStore();

    /** Whether an account has the sessions of a teacher on this day. */
    public boolean isFor(Connection connection, long account, long teacher, LocalDate day) throws SQLException {
        var sql = "select 1 from acting_for where account_id = ? and teacher_id = ? and ? between from_on and to_on "
                + "and ended_at is null";
        return Sql.first(connection, sql, row -> true, account, teacher, day).isPresent();
    }

    /** Live sessions of those for whom an account stands in, each on a day on which it does, from this day on, in order. */
    public List<ClassSession> sessions(Connection connection, long account, LocalDate from) throws SQLException {
        return sessions.list(
                connection,
                "where c.on_date >= ? and c.state in ('requested', 'booked') and exists (select 1 from acting_for f "
                        + "where f.account_id = ? and f.teacher_id = c.teacher_id and f.site_id = c.site_id "
                        + "and c.on_date between f.from_on and f.to_on and f.ended_at is null) order by c.starts_at, c.id",
                from,
                account);
    }

    /** Those of a site that hold on this day or later, in order. */
    public List<ActingTeacher> list(Connection connection, String site, LocalDate from) throws SQLException {
        return Sql.list(
                connection,
                SELECT + "where s.code = ? and f.to_on >= ? and f.ended_at is null order by f.from_on, f.id",
                ActingStore::acting,
                site,
                from);
    }

    public Optional<ActingTeacher> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where f.id = ? and f.ended_at is null", ActingStore::acting, id);
    }

    /** @param by account */
    public void insert(Connection connection, ActingTeacher acting, long by, Instant now) throws SQLException {
        Sql.update(
                connection,
                """
                insert into acting_for (site_id, teacher_id, account_id, from_on, to_on, set_by, set_at)
                select id, ?, ?, ?, ?, ?, ? from site where code = ?
                """,
                acting.teacher().id(),
                acting.account(),
                acting.from(),
                acting.to(),
                by,
                Utc.of(now),
                acting.site());
    }

    public void end(Connection connection, long id, Instant now) throws SQLException {
        Sql.update(connection, "update acting_for set ended_at = ? where id = ? and ended_at is null", Utc.of(now), id);
    }

    /** Accounts that can stand in at a site, by name: of staff, and in use. */
    public List<Account> accounts(Connection connection, String site) throws SQLException {
        return Sql.list(connection, """
                select a.id, a.display_name from account a left join site s on s.id = a.site_id
                where a.role in ('substitute', 'teacher') and a.disabled_at is null and (s.code = ? or a.site_id is null)
                order by a.role, a.display_name, a.id
                """, row -> new Account(row.getLong(1), row.getString(2)), site);
    }

    public record Account(long id, String name) {}

    private static ActingTeacher acting(ResultSet row) throws SQLException {
        return new ActingTeacher(
                row.getLong(1),
                row.getString(2),
                TeacherStore.teacher(row, TEACHER),
                row.getLong(3),
                row.getString(4),
                Objects.requireNonNull(row.getObject(5, LocalDate.class)),
                Objects.requireNonNull(row.getObject(6, LocalDate.class)));
    }
}

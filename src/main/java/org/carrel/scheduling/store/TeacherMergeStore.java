package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** Two entries of one teacher become one, and a teacher is forgotten. */
public final class TeacherMergeStore {
    private final TeacherStore teachers = new TeacherStore();

    private static Optional<Long> ofPatron(Connection connection, long patron) throws SQLException {
        return Sql.first(
                connection,
                "select id from session_teacher where patron_id = ? for update",
                row -> row.getLong(1),
                patron);
    }

    /**
     * All sessions of one are the other's. Somebody who signs in by an account of their own keeps it, with what was booked by it, where
     * the other has one too.
     *
     * @return numbers of the sessions
     */
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var old = ofPatron(connection, from);
        if (old.isEmpty()) return List.of();
        var other = teachers.ofPatron(connection, to);
        ofPatron(connection, to);
        var ids = Sql.list(
                connection,
                "select id from class_session where teacher_id = ? order by id for update",
                row -> row.getLong(1),
                old.get());
        for (var table : List.of("class_session", "session_series", "session_wait", "booking_offer", "acting_for"))
            Sql.update(connection, "update " + table + " set teacher_id = ? where teacher_id = ?", other, old.get());
        var account = Sql.first(
                        connection,
                        "select coalesce(account_id, 0) from session_teacher where id = ?",
                        row -> row.getLong(1),
                        old.get())
                .orElse(0L);
        Sql.update(
                connection, "update session_teacher set account_id = null, patron_id = null where id = ?", old.get());
        if (account != 0)
            Sql.update(
                    connection,
                    "update session_teacher set account_id = ? where id = ? and account_id is null",
                    account,
                    other);
        Sql.update(connection, "delete from session_teacher where id = ?", old.get());
        return ids;
    }

    /** @return those that the other one had still */
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        var has = ofPatron(connection, from);
        if (ids.isEmpty() || has.isEmpty()) return List.of();
        var values = new ArrayList<Object>(ids);
        values.add(has.get());
        var still = Sql.list(
                connection,
                "select id from class_session where id in (" + Sql.marks(ids.size())
                        + ") and teacher_id = ? order by id for update",
                row -> row.getLong(1),
                values.toArray());
        if (still.isEmpty()) return still;
        var other = teachers.ofPatron(connection, to);
        for (var id : still) Sql.update(connection, "update class_session set teacher_id = ? where id = ?", other, id);
        return still;
    }

    /** Live sessions of a person of the roster that are not over, in the order of their numbers. */
    public List<Long> coming(Connection connection, long patron, Instant now) throws SQLException {
        return Sql.list(
                connection,
                "select c.id from class_session c join session_teacher t on t.id = c.teacher_id where t.patron_id = ? "
                        + "and c.state in ('requested', 'booked') and c.ends_at > ? order by c.id",
                row -> row.getLong(1),
                patron,
                Utc.of(now));
    }

    /** Sessions stay, as the school's: nothing says any more whose they were, and what was typed about them is gone. */
    public void erase(Connection connection, long patron) throws SQLException {
        var known = ofPatron(connection, patron);
        if (known.isEmpty()) return;
        var teacher = known.get();
        Sql.update(
                connection,
                "update session_event set detail = '' where session_id in (select id from class_session where teacher_id = ?)",
                teacher);
        Sql.update(
                connection,
                "update class_session set class_id = null, class_name = '', purpose = '', topic = '', why = '' where teacher_id = ?",
                teacher);
        Sql.update(
                connection,
                "update session_series set wish = json_set(wish, '$.className', '', '$.purpose', '', '$.topic', '') "
                        + "where teacher_id = ?",
                teacher);
        Sql.update(connection, "delete from booking_offer where teacher_id = ?", teacher);
        Sql.update(connection, "delete from session_wait where teacher_id = ?", teacher);
        Sql.update(connection, "delete from acting_for where teacher_id = ?", teacher);
        Sql.update(connection, "update session_teacher set patron_id = null, account_id = null where id = ?", teacher);
    }
}

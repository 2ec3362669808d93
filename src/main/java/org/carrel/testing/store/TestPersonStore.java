package org.carrel.testing.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What tests know of one person. */
public final class TestPersonStore {
    /** Number of the person, and in how many rooms they are on the list; who is on none is left out. */
    public List<long[]> counts(Connection connection, Collection<Long> people) throws SQLException {
        if (people.isEmpty()) return List.of();
        return Sql.list(
                connection,
                "select patron_id, count(*) from testing_student where patron_id in (" + Sql.marks(people.size())
                        + ") group by patron_id",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                people.toArray());
    }

    /** Where both are on a list, each stays. @return numbers of what moved */
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var ids =
                Sql.list(connection, "select id from testing_student where patron_id = ?", row -> row.getLong(1), from);
        return moved(connection, ids, from, to);
    }

    /** @return numbers of what moved back */
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        return moved(connection, ids, from, to);
    }

    private static List<Long> moved(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        var moved = new ArrayList<Long>();
        for (var id : ids) {
            var rows = Sql.update(
                    connection,
                    "update ignore testing_student set patron_id = ? where id = ? and patron_id = ?",
                    to,
                    id,
                    from);
            if (rows > 0) moved.add(id);
        }
        return moved;
    }

    /** Whether a test in which they are is not over yet. */
    public boolean isIn(Connection connection, long patron, Instant now) throws SQLException {
        var sql = """
                select 1 from testing_student t join testing_room r on r.id = t.room_id join testing_day d on d.session_id = r.session_id
                    join testing_day o on o.window_id = d.window_id join class_session c on c.id = o.session_id
                where t.patron_id = ? and c.state = 'booked' and c.ends_at > ?
                """;
        return Sql.first(connection, sql, row -> true, patron, Utc.of(now)).isPresent();
    }

    /** An incident that was about nobody else goes with them; one about others too loses its link to them. */
    public void erase(Connection connection, long patron) throws SQLException {
        var own = "(select id from testing_student where patron_id = ?)";
        var alone = Sql.list(
                connection,
                "select incident_id from testing_incident_student x where student_id in " + own
                        + " and not exists (select 1 from testing_incident_student y where y.incident_id = x.incident_id "
                        + "and y.student_id <> x.student_id)",
                row -> row.getLong(1),
                patron);
        Sql.update(connection, "delete from testing_incident_student where student_id in " + own, patron);
        for (var incident : alone) Sql.update(connection, "delete from testing_incident where id = ?", incident);
        Sql.update(connection, "delete from testing_seat where student_id in " + own, patron);
        Sql.update(
                connection,
                "delete from testing_draft where exists (select 1 from testing_student t where t.patron_id = ? "
                        + "and find_in_set(t.id, testing_draft.students) > 0)",
                patron);
        Sql.update(connection, "delete from testing_student where patron_id = ?", patron);
    }
}

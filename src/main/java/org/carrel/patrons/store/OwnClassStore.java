package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.carrel.patrons.OwnClass;
import org.carrel.platform.Sql;

/** Who is who: the person behind an account, and who teaches whom. */
public final class OwnClassStore {
    /** Active people who may sign in with this name. @param username in lower case */
    public List<Long> byUsername(Connection connection, String username) throws SQLException {
        var sql = "select id from patron where (lower(username) = ? or lower(email) = ?) and status = 'active' "
                + "order by id limit 2";
        return Sql.list(connection, sql, row -> row.getLong(1), username, username);
    }

    /** What the person teaches on that day, as rosters say, by title; then the own homeroom when no class is called so. */
    public List<OwnClass> taughtBy(Connection connection, long teacher, LocalDate today) throws SQLException {
        var taught = """
                select distinct c.id, c.title from enrolment e join school_class c on c.id = e.class_id
                where e.patron_id = ? and e.role = 'teacher' and not c.gone
                    and coalesce(e.begins_on, ?) <= ? and coalesce(e.ends_on, ?) >= ?
                order by c.title, c.id
                """;
        var classes = new ArrayList<OwnClass>(Sql.list(
                connection,
                taught,
                row -> new OwnClass(row.getLong(1), row.getString(2)),
                teacher,
                today,
                today,
                today,
                today));
        var homeroom = "select homeroom from patron where id = ? and category in ('teacher', 'staff') "
                + "and homeroom <> '' and site_id is not null";
        for (var title : Sql.list(connection, homeroom, row -> row.getString(1), teacher)) {
            if (classes.stream().noneMatch(known -> known.title().equalsIgnoreCase(title)))
                classes.add(new OwnClass(OwnClass.HOMEROOM, title));
        }
        return classes;
    }

    /** Active students, by name. */
    public List<Long> students(Connection connection, long teacher, OwnClass taught, LocalDate today)
            throws SQLException {
        if (taught.number() == OwnClass.HOMEROOM) {
            var sql = """
                    select p.id from patron p join patron t on t.id = ? and t.site_id = p.site_id
                    where p.homeroom = t.homeroom and p.category = 'student' and p.status = 'active'
                    order by p.family_name, p.given_name, p.id
                    """;
            return Sql.list(connection, sql, row -> row.getLong(1), teacher);
        }
        var sql = """
                select distinct p.id, p.family_name, p.given_name from enrolment e join patron p on p.id = e.patron_id
                where e.class_id = ? and e.role = 'student' and p.status = 'active'
                    and coalesce(e.begins_on, ?) <= ? and coalesce(e.ends_on, ?) >= ?
                order by p.family_name, p.given_name, p.id
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), taught.number(), today, today, today, today);
    }
}

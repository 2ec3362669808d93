package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.Sql;

/** Who is in a class now. */
public final class ClassListStore {
    /** A class that some roster has. @param name with its code, where that says more */
    public record SchoolClass(long id, String name) {}

    /** Those with pupils, by name; a homeroom is one by its name already. @param site code */
    public List<SchoolClass> classes(Connection connection, String site) throws SQLException {
        var sql = """
                select c.id, concat_ws(' · ', c.title, nullif(c.periods, ''), nullif(if(c.code = c.title, '', c.code), ''))
                from school_class c join site s on s.id = c.site_id
                where s.code = ? and not c.gone and c.kind <> 'homeroom'
                    and exists (select 1 from enrolment e where e.class_id = c.id and e.role = 'student')
                order by c.title, c.periods, c.code, c.id
                """;
        return Sql.list(connection, sql, row -> new SchoolClass(row.getLong(1), row.getString(2)), site);
    }

    public List<Long> ofClass(Connection connection, long id, LocalDate today, int most) throws SQLException {
        var sql = """
                select distinct p.id from enrolment e join patron p on p.id = e.patron_id
                where e.class_id = ? and e.role = 'student' and p.status = 'active'
                    and (e.begins_on is null or e.begins_on <= ?) and (e.ends_on is null or e.ends_on >= ?)
                limit ?
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), id, today, today, most);
    }

    /** @param site code */
    public List<Long> ofHomeroom(Connection connection, String name, String site, int most) throws SQLException {
        var sql = """
                select p.id from patron p join site s on s.id = p.site_id
                where p.homeroom = ? and s.code = ? and p.status = 'active' and p.category = 'student' limit ?
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), name, site, most);
    }
}

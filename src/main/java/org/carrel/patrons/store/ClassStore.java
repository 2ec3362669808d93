package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Writes terms, classes and enrolments as rosters have them: rows of texts by ids of the source. */
public final class ClassStore {
    public void terms(Connection connection, int source, Map<String, List<String>> rows) throws SQLException {
        var sql = "insert into term (source_id, sourced_id, title, kind, starts_on, ends_on, parent_sourced_id) "
                + "values (?, ?, ?, ?, ?, ?, ?) on duplicate key update title = values(title), kind = values(kind), "
                + "starts_on = values(starts_on), ends_on = values(ends_on), "
                + "parent_sourced_id = values(parent_sourced_id), gone = false";
        Sql.batch(connection, sql, rows.entrySet(), (insert, row) -> {
            var cells = row.getValue();
            start(insert, source, row.getKey());
            insert.setString(3, cells.get(0));
            insert.setString(4, cells.get(1));
            day(insert, 5, cells.get(2));
            day(insert, 6, cells.get(3));
            insert.setString(7, cells.get(4));
        });
    }

    public void classes(Connection connection, int source, Map<String, List<String>> rows) throws SQLException {
        var sites = new PatronStore().sites(connection);
        var sql = "insert into school_class (source_id, sourced_id, title, code, kind, site_id, grades, location, "
                + "periods, terms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update "
                + "title = values(title), code = values(code), kind = values(kind), site_id = values(site_id), "
                + "grades = values(grades), location = values(location), periods = values(periods), "
                + "terms = values(terms), gone = false";
        Sql.batch(connection, sql, rows.entrySet(), (insert, row) -> {
            start(insert, source, row.getKey());
            for (var i = 0; i < row.getValue().size(); i++) {
                var cell = row.getValue().get(i);
                if (i == 3) insert.setObject(3 + i, sites.get(cell));
                else insert.setString(3 + i, cell);
            }
        });
    }

    /**
     * Writes some enrolments.
     *
     * @param rows a thousand at the most
     * @param patrons ids of people by their ids in the source
     */
    public void enrolments(Connection connection, int source, Map<String, List<String>> rows, Map<String, Long> patrons)
            throws SQLException {
        if (rows.isEmpty()) return;
        var classes = ids(connection, source, rows.values());
        var sql = "insert into enrolment (source_id, sourced_id, class_id, patron_id, user_sourced_id, role, "
                + "is_primary, begins_on, ends_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on duplicate key update "
                + "class_id = values(class_id), patron_id = values(patron_id), "
                + "user_sourced_id = values(user_sourced_id), role = values(role), "
                + "is_primary = values(is_primary), begins_on = values(begins_on), ends_on = values(ends_on)";
        Sql.batch(connection, sql, rows.entrySet(), (insert, row) -> {
            var cells = row.getValue();
            start(insert, source, row.getKey());
            insert.setObject(3, classes.get(cells.get(0)));
            insert.setObject(4, patrons.get(cells.get(1)));
            insert.setString(5, cells.get(1));
            insert.setString(6, cells.get(2));
            insert.setBoolean(7, cells.get(3).equals("1"));
            day(insert, 8, cells.get(4));
            day(insert, 9, cells.get(5));
        });
    }

    /** Ids of the classes that these enrolments name. */
    private static Map<String, Long> ids(Connection connection, int source, Collection<List<String>> enrolments)
            throws SQLException {
        var named = new HashSet<String>();
        for (var cells : enrolments) named.add(cells.getFirst());
        var parameters = new ArrayList<@Nullable Object>();
        parameters.add(source);
        parameters.addAll(named);
        var ids = new HashMap<String, Long>();
        var sql = "select sourced_id, id from school_class where source_id = ? and sourced_id in ("
                + Sql.marks(named.size()) + ")";
        Sql.list(connection, sql, row -> ids.put(row.getString(1), row.getLong(2)), parameters.toArray());
        return ids;
    }

    /** Terms and classes stay, marked; whoever refers to them still finds them. */
    public void gone(Connection connection, int source, Collection<String> terms, Collection<String> classes)
            throws SQLException {
        remove(connection, "update term set gone = true where source_id = ? and sourced_id = ?", source, terms);
        remove(
                connection,
                "update school_class set gone = true where source_id = ? and sourced_id = ?",
                source,
                classes);
    }

    public void removeEnrolments(Connection connection, int source, Collection<String> ids) throws SQLException {
        remove(connection, "delete from enrolment where source_id = ? and sourced_id = ?", source, ids);
    }

    private static void remove(Connection connection, String sql, int source, Collection<String> ids)
            throws SQLException {
        Sql.batch(connection, sql, ids, (statement, id) -> start(statement, source, id));
    }

    private static void start(PreparedStatement statement, int source, String id) throws SQLException {
        statement.setInt(1, source);
        statement.setString(2, id);
    }

    private static void day(PreparedStatement statement, int at, String day) throws SQLException {
        statement.setObject(at, day.isEmpty() ? null : LocalDate.parse(day));
    }
}

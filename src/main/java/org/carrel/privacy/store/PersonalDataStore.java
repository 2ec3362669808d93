package org.carrel.privacy.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;
import org.carrel.privacy.rules.PersonalTable;

/** Reads what the tables of all features say about people. Never writes. */
public final class PersonalDataStore {
    private static final String PEOPLE = ":people";

    /** Rows as texts by column, without what is empty; the order is the table's. */
    public List<Map<String, String>> rows(Connection connection, PersonalTable table, List<Long> people)
            throws SQLException {
        if (table.told().isEmpty()) return List.of();
        var sql = "select " + String.join(", ", table.told()) + " from " + table.name() + " where "
                + condition(table, people);
        return Sql.list(connection, sql, row -> texts(row, table.told()), parameters(table, people));
    }

    public long count(Connection connection, PersonalTable table, List<Long> people) throws SQLException {
        var sql = "select count(*) from " + table.name() + " where " + condition(table, people);
        return Sql.first(connection, sql, row -> row.getLong(1), parameters(table, people))
                .orElse(0L);
    }

    private static String condition(PersonalTable table, List<Long> people) {
        return "(" + table.rows().replace(PEOPLE, Sql.marks(people.size())) + ")";
    }

    private static Object[] parameters(PersonalTable table, List<Long> people) {
        var all = new ArrayList<Object>();
        for (var at = table.rows().indexOf(PEOPLE); at >= 0; at = table.rows().indexOf(PEOPLE, at + 1)) {
            all.addAll(people);
        }
        return all.toArray();
    }

    private static Map<String, String> texts(ResultSet row, List<String> columns) throws SQLException {
        var texts = new LinkedHashMap<String, String>();
        for (var i = 0; i < columns.size(); i++) {
            var text = row.getString(i + 1);
            if (text != null && !text.isEmpty()) texts.put(columns.get(i), text);
        }
        return texts;
    }
}

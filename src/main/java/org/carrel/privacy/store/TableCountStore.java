package org.carrel.privacy.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.carrel.platform.Sql;

/** Counts the rows of all tables. */
public final class TableCountStore {
    public Map<String, Long> all(Connection connection) throws SQLException {
        var tables = Sql.list(
                connection,
                "select table_name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'",
                row -> row.getString(1));
        var counts = new TreeMap<String, Long>();
        for (var table : tables) {
            var sql = "select count(*) from `" + table + "`";
            counts.put(table, Sql.first(connection, sql, row -> row.getLong(1)).orElse(0L));
        }
        return counts;
    }

    public String version(Connection connection) throws SQLException {
        return Sql.first(connection, "select version()", row -> row.getString(1))
                .orElse("");
    }
}

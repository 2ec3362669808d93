package org.carrel.privacy.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.carrel.platform.Sql;

/** The table of how many people were erased. */
public final class ErasureStore {
    /** So many people of a category in a month, for a reason. */
    public record Count(LocalDate month, String category, String reason, int people) {}

    public void count(Connection connection, LocalDate month, String category, String reason) throws SQLException {
        var sql = "insert into erasure_count (month, category, reason, people) values (?, ?, ?, 1) "
                + "on duplicate key update people = people + 1";
        Sql.update(connection, sql, month, category.toLowerCase(Locale.ROOT), reason.toLowerCase(Locale.ROOT));
    }

    /** The latest month first. */
    public List<Count> counts(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select month, category, reason, people from erasure_count order by month desc, category, reason",
                row -> new Count(row.getObject(1, LocalDate.class), row.getString(2), row.getString(3), row.getInt(4)));
    }
}

package org.carrel.privacy.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.carrel.platform.Sql;

/** The table of how long everything was kept since when. */
public final class RetentionStore {
    /** A row. @param days as text, for comparing */
    public record Schedule(int version, LocalDate from, String days) {}

    public Optional<Schedule> latest(Connection connection) throws SQLException {
        var sql = "select version, valid_from, days from retention_schedule order by version desc limit 1";
        return Sql.first(
                connection,
                sql,
                row -> new Schedule(row.getInt(1), row.getObject(2, LocalDate.class), row.getString(3)));
    }

    public void add(Connection connection, LocalDate from, String days) throws SQLException {
        Sql.update(connection, "insert into retention_schedule (valid_from, days) values (?, ?)", from, days);
    }
}

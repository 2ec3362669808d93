package org.carrel.search.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.carrel.platform.Sql;

/** Questions that tell what to buy. */
public final class OrderStore {
    public record Row(String question, Instant wished, long times) {}

    public void add(Connection connection, String question, Instant now) throws SQLException {
        Sql.update(
                connection,
                "insert ignore into order_wish (question, wished_at) values (?, ?)",
                question,
                LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    }

    public void remove(Connection connection, String question) throws SQLException {
        Sql.update(connection, "delete from order_wish where question = ?", question);
    }

    /** The most frequent question first. */
    public List<Row> find(Connection connection, LocalDate since) throws SQLException {
        var sql = """
                select o.question, o.wished_at, coalesce(sum(l.times), 0) times
                from order_wish o left join search_log l on l.terms = o.question and l.day >= ?
                group by o.question, o.wished_at
                order by times desc, o.question
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Row(
                        row.getString(1),
                        row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getLong(3)),
                since);
    }
}

package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.carrel.catalog.SearchMove;
import org.carrel.platform.Sql;

/** The searches that an import would change, while it is planned. */
public final class SearchMoveStore {
    /** Instead of what an earlier plan of the import found. */
    public void replace(Connection connection, long jobId, List<SearchMove> moves) throws SQLException {
        Sql.update(connection, "delete from import_search_move where job_id = ?", jobId);
        var number = new AtomicInteger();
        var sql = "insert into import_search_move (job_id, number, query, title, was, becomes, first) "
                + "values (?, ?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, moves, (statement, move) -> {
            statement.setLong(1, jobId);
            statement.setInt(2, number.incrementAndGet());
            statement.setString(3, move.query());
            statement.setString(4, move.title());
            statement.setInt(5, move.was());
            statement.setInt(6, move.becomes());
            statement.setString(7, move.first());
        });
    }

    public List<SearchMove> find(Connection connection, long jobId) throws SQLException {
        return Sql.list(
                connection,
                "select query, title, was, becomes, first from import_search_move where job_id = ? order by number",
                row -> new SearchMove(
                        row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getString(5)),
                jobId);
    }
}

package org.carrel.patrons.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.carrel.platform.Sql;

/** What runs did to terms, classes and enrolments. */
public final class RosterChangeStore {
    /** A term, class or enrolment that a run added, changed or removed. */
    public record RowBefore(
            String kind, String sourcedId, Optional<List<String>> was, Optional<List<String>> becomes) {}

    private record Numbered(int number, RowBefore row) {}

    /** @param before how many rows of the run are there already */
    public void add(Connection connection, long run, int before, List<RowBefore> rows) throws SQLException {
        var numbered = new ArrayList<Numbered>();
        for (var row : rows) numbered.add(new Numbered(before + numbered.size() + 1, row));
        var sql =
                "insert into roster_change (run_id, number, kind, sourced_id, was, becomes) values (?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, numbered, (insert, one) -> {
            insert.setLong(1, run);
            insert.setInt(2, one.number());
            insert.setString(3, one.row().kind());
            insert.setString(4, one.row().sourcedId());
            insert.setString(5, RosterJson.row(one.row().was()));
            insert.setString(6, RosterJson.row(one.row().becomes()));
        });
    }

    /** Takes some rows. */
    @FunctionalInterface
    public interface Taking {
        void take(List<RowBefore> rows) throws SQLException;
    }

    /** All rows of a kind in their order. @param most at a time */
    public void each(Connection connection, long run, String kind, int most, Taking taking) throws SQLException {
        for (var page = after(connection, run, kind, 0, most);
                !page.isEmpty();
                page = after(connection, run, kind, page.getLast().number(), most)) {
            taking.take(page.stream().map(Numbered::row).toList());
        }
    }

    private static List<Numbered> after(Connection connection, long run, String kind, int number, int most)
            throws SQLException {
        var sql = "select number, kind, sourced_id, was, becomes from roster_change where run_id = ? and kind = ? "
                + "and number > ? order by number limit ?";
        return Sql.list(
                connection,
                sql,
                row -> new Numbered(
                        row.getInt(1),
                        new RowBefore(
                                Objects.requireNonNull(row.getString(2)),
                                Objects.requireNonNull(row.getString(3)),
                                RosterJson.row(row.getString(4)),
                                RosterJson.row(row.getString(5)))),
                run,
                kind,
                number,
                most);
    }
}

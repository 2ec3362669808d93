package org.carrel.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The few lines of JDBC that every store would otherwise repeat. Parameters are bound, never joined into the text. */
public final class Sql {
    /**
     * The beginning of a statement that the server reads once for each connection and keeps ready from then on: for those of which
     * a desk needs many a second, and which are simple.
     */
    public static final String KEPT_READY = "/*kept ready*/ ";

    /**
     * A statement for many rows is read by the server, too; by its length the driver knows that it is not to be kept for the next time:
     * done again, such a one fails without a word (MariaDB 11.4.5).
     */
    private static final String NEVER_KEPT = " ".repeat(8192);

    /** By this the driver knows that it is to put the values into the text itself (Connector/J 3, {@code useServerPrepStmts}). */
    private static final String READ_ANEW = "/*client prepare*/";

    private Sql() {}

    /** Turns the current row into a value; must not move the cursor. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Binds one element of a batch. */
    @FunctionalInterface
    public interface Bind<T> {
        void to(PreparedStatement statement, T element) throws SQLException;
    }

    public static <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (var statement = bound(connection, sql, parameters);
                var result = statement.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) rows.add(row.of(result));
            return rows;
        }
    }

    /** The first row, if any. */
    public static <T> Optional<T> first(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        return list(connection, sql, row, parameters).stream().findFirst();
    }

    /** Returns the number of rows that were touched. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = bound(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** As many rows as are sent at once: a few hundred small ones, or large ones that a packet of the driver holds. */
    private static final int ROWS_AT_ONCE = 100;

    /** One statement for many rows, sent in bulk. */
    public static <T> void batch(Connection connection, String sql, Collection<T> elements, Bind<T> bind)
            throws SQLException {
        if (elements.isEmpty()) return;
        try (var statement = statement(connection, sql + NEVER_KEPT)) {
            var waiting = 0;
            for (var element : elements) {
                bind.to(statement, element);
                statement.addBatch();
                if (++waiting % ROWS_AT_ONCE == 0) statement.executeBatch();
            }
            if (waiting % ROWS_AT_ONCE != 0) statement.executeBatch();
        }
    }

    /** {@code ?,?,?} for an IN list; the list must not be empty. */
    public static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    /** A statement of this text with its marks, to be bound and closed by the caller. */
    public static PreparedStatement statement(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(sql.startsWith(KEPT_READY) ? sql : READ_ANEW + sql);
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        var statement = statement(connection, sql);
        for (var i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
        return statement;
    }
}

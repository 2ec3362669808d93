package org.carrel.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The school's database. Every unit of work names itself: {@link #read} or {@link #transaction}, both at READ COMMITTED
 * on a connection of their own. Safe for use by several threads.
 */
public final class Database {
    /** Deadlock, lock wait timeout, snapshot conflict: the work did nothing and may be done again. */
    private static final Set<Integer> TRY_AGAIN = Set.of(1213, 1205, 1020);

    private static final int TRIES = 3;

    private final DataSource dataSource;

    public Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work on one connection. May run again after a deadlock, so it must change nothing but the database. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Reads; whatever the work writes by mistake is rolled back. Throws {@link DatabaseProblem}. */
    public <T> T read(Work<T> work) {
        return run(work, false);
    }

    /** All of the work or nothing of it; done again, at most three times in all, when the database asks for it. */
    public <T> T transaction(Work<T> work) {
        return run(work, true);
    }

    /**
     * Does the work while no other process does work of this name on the same database; a process that dies gives the
     * name back at once.
     *
     * @param name of at most 100 characters
     * @param patience how long to wait for another process, in whole seconds
     * @return false when the other was still at it after that, and nothing was done
     */
    public boolean exclusively(String name, Duration patience, Runnable work) {
        // A connection of its own: the lock is the session's.
        try (var connection = dataSource.getConnection()) {
            if (!lock(connection, name, patience)) return false;
            try {
                work.run();
            } finally {
                Sql.first(connection, "select release_lock(concat(database(), '/', ?))", row -> true, name);
            }
            return true;
        } catch (SQLException e) {
            throw new DatabaseProblem(e);
        }
    }

    private static boolean lock(Connection connection, String name, Duration patience) throws SQLException {
        var sql = "select get_lock(concat(database(), '/', ?), ?)";
        return Sql.first(connection, sql, row -> row.getInt(1), name, patience.toSeconds())
                .filter(taken -> taken == 1)
                .isPresent();
    }

    private <T> T run(Work<T> work, boolean commit) {
        for (var attempt = 1; ; attempt++) {
            try (var connection = dataSource.getConnection()) {
                return attempt(connection, work, commit);
            } catch (SQLException e) {
                if (attempt >= TRIES || !TRY_AGAIN.contains(e.getErrorCode())) throw new DatabaseProblem(e);
            }
        }
    }

    private static <T> T attempt(Connection connection, Work<T> work, boolean commit) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        var done = false;
        try {
            var result = work.on(connection);
            if (commit) connection.commit();
            done = commit;
            return result;
        } finally {
            if (!done) connection.rollback();
        }
    }
}

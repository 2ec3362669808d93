package org.carrel.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.SQLException;
import java.time.Duration;

/** Connections to the school's database. */
public final class DataSources {
    private static final int SIZE = 10;
    private static final Duration LONGEST_WAIT_FOR_A_CONNECTION = Duration.ofSeconds(5);

    private DataSources() {}

    /**
     * A pool on the database, which was reached once: by a check of the server's version and the user's rights.
     *
     * @param patience how long to try again while the server does not answer; zero for one try
     * @throws StartProblem when it cannot be reached or used
     */
    public static HikariDataSource open(DatabaseSettings settings, Duration patience) {
        var config = new HikariConfig();
        config.setPoolName("carrel");
        config.setDriverClassName("org.mariadb.jdbc.Driver");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(SIZE);
        config.setMinimumIdle(1);
        // What every unit of work wants: asking for it again costs no way to the server.
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionTimeout(LONGEST_WAIT_FOR_A_CONNECTION.toMillis());
        config.setInitializationFailTimeout(Math.max(1, patience.toMillis()));
        config.addDataSourceProperty("useBulkStmts", "true");
        // Only for those that say so: see Sql.KEPT_READY.
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("connectTimeout", "5000");
        config.addDataSourceProperty(
                "sessionVariables",
                "sql_mode='STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',time_zone='+00:00'");
        var pool = connect(config, settings);
        try {
            ServerVersion.check(pool);
            return pool;
        } catch (StartProblem e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource connect(HikariConfig config, DatabaseSettings settings) {
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new StartProblem(DatabaseAdvice.onConnect(sqlCause(e), settings), e);
        }
    }

    private static SQLException sqlCause(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return sql;
        }
        return new SQLException(problem);
    }
}

package org.carrel.platform;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of the database to the form that this program needs. */
public final class Migrations {
    private static final String HISTORY = "flyway_schema_history";
    private static final int NO_SUCH_TABLE = 1146;

    private final String directory;

    /** The program's own migrations. */
    public Migrations() {
        this("db/migration");
    }

    /** @param directory a directory on the class path with files named {@code V0001__x.sql} */
    Migrations(String directory) {
        this.directory = directory;
    }

    /** Does nothing when the database is up to date. Throws {@link StartProblem} when it is newer than this program. */
    public void migrate(DataSource dataSource) {
        var newest = MigrationFiles.newest(directory);
        var installed = installed(dataSource);
        if (installed == newest) return;
        if (installed > newest) {
            throw new StartProblem("The database is at version " + installed + ", but this Carrel knows only version "
                    + newest + ": use the newer Carrel that was used before.");
        }
        run(dataSource);
    }

    /** Whether the tables have just the form that this program needs. */
    public boolean isCurrent(DataSource dataSource) {
        return installed(dataSource) == MigrationFiles.newest(directory);
    }

    private void run(DataSource dataSource) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:" + directory)
                    .table(HISTORY)
                    .validateOnMigrate(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartProblem(sentence(e), e);
        }
    }

    private static String sentence(FlywayException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return DatabaseAdvice.onMigrate(sql);
        }
        return DatabaseAdvice.onMigrate(new SQLException(problem.getMessage()));
    }

    /** The newest version that was fully applied; 0 for an empty database, and when the last try failed. */
    private static int installed(DataSource dataSource) {
        var query = "select coalesce(max(cast(version as unsigned)), 0), coalesce(min(success), 1) from " + HISTORY;
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getBoolean(2) ? rows.getInt(1) : 0;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) return 0;
            throw new StartProblem(DatabaseAdvice.onMigrate(e), e);
        }
    }
}

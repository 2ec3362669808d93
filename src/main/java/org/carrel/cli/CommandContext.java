package org.carrel.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Migrations;
import org.carrel.platform.SettingSources;
import org.carrel.platform.Settings;

/**
 * What a command works with: settings, and a database that is up to date. The embedded database is the one that
 * {@code serve} has running, or else it is started here and stopped on close.
 */
final class CommandContext implements AutoCloseable {
    private final Settings settings;
    private final EmbeddedDatabase embedded;
    private final HikariDataSource connections;

    CommandContext(Settings settings, EmbeddedDatabase embedded, HikariDataSource connections) {
        this.settings = settings;
        this.embedded = embedded;
        this.connections = connections;
    }

    static CommandContext open(SettingSources sources) {
        var settings = Settings.of(sources);
        CommandLog.to(settings.home().logs());
        var embedded = settings.database().embedded()
                ? EmbeddedDatabase.startOrJoin(settings.home())
                : new EmbeddedDatabase.Elsewhere(settings.database());
        try {
            return new CommandContext(settings, embedded, connect(embedded.access()));
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    /** A pool on a database whose tables are up to date. */
    static HikariDataSource connect(DatabaseSettings access) {
        var connections = DataSources.open(access, Duration.ZERO);
        try {
            new Migrations().migrate(connections);
            return connections;
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    Settings settings() {
        return settings;
    }

    DataSource dataSource() {
        return connections;
    }

    Database database() {
        return new Database(connections);
    }

    @Override
    public void close() {
        connections.close();
        embedded.close();
    }
}

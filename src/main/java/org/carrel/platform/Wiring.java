package org.carrel.platform;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** What the web application's classes get injected from outside. The command line makes the same things itself. */
@Door
public class Wiring {
    /** The server starts while the database starts: its first connection may have to wait. */
    private static final Duration DATABASE_START = Duration.ofSeconds(60);

    /** Opens the database when the application starts, so that a wrong setting fails then and not at the first page. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application, Database database) {
        database.read(connection -> connection.isValid(1));
    }

    @Produces
    @Singleton
    Settings settings() {
        return Settings.ofThisProcess();
    }

    @Produces
    @Singleton
    Clock clock(Settings settings) {
        return Clock.system(settings.school().timeZone());
    }

    @Produces
    @Singleton
    HikariDataSource connections(Settings settings) {
        if (settings.database().embedded()) {
            throw new SettingProblem("carrel.db.url must be set when Carrel is not started by carrel.jar.");
        }
        var pool = DataSources.open(settings.database(), DATABASE_START);
        new Migrations().migrate(pool);
        return pool;
    }

    void close(@Disposes HikariDataSource connections) {
        connections.close();
    }

    @Produces
    @Singleton
    Database database(HikariDataSource connections) {
        return new Database(connections);
    }
}

package org.carrel.platform;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Says when the database can be worked with. */
@Door
public class HealthWiring {
    private static final int SECONDS = 2;

    @Produces
    @Singleton
    ReadinessCheck databaseAnswers(Database database) {
        return ReadinessCheck.of("database", () -> database.read(connection -> connection.isValid(SECONDS)));
    }

    @Produces
    @Singleton
    ReadinessCheck schemaIsOurs(HikariDataSource connections) {
        return ReadinessCheck.of("schema", () -> new Migrations().isCurrent(connections));
    }
}

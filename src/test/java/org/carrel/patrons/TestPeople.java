package org.carrel.patrons;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Sql;

/** People on the product's database; every test makes its own, with names and numbers of their own. */
public final class TestPeople implements AutoCloseable {
    /** A Thursday in the school year of the samples. */
    static final Clock DAY = Clock.fixed(Instant.parse("2026-10-01T15:00:00Z"), ZoneId.of("America/Chicago"));

    private static final AtomicInteger NEXT = new AtomicInteger();

    final Database database;
    final Patrons patrons;
    final PatronCards cards;
    final PatronBlocks blocks;
    private final HikariDataSource connections;

    private TestPeople(HikariDataSource connections) {
        this.connections = connections;
        database = new Database(connections);
        patrons = new Patrons(database, DAY);
        cards = new PatronCards(database, DAY);
        blocks = new PatronBlocks(database, DAY);
    }

    static TestPeople connect() {
        var url = System.getProperty("carrel.test.db.url", "");
        assumeTrue(!url.isEmpty(), "skipped: the tests did not start the product");
        return new TestPeople(DataSources.open(
                new DatabaseSettings(
                        url, System.getProperty("carrel.test.db.user"), System.getProperty("carrel.test.db.password")),
                Duration.ZERO));
    }

    /** A word that no other test has. */
    static String unique(String start) {
        return start + Long.toString(System.nanoTime(), 28) + NEXT.incrementAndGet();
    }

    static PatronFacts student(String given, String family) {
        return new PatronFacts(Map.of(
                PatronField.GIVEN_NAME,
                given,
                PatronField.FAMILY_NAME,
                family,
                PatronField.CATEGORY,
                PatronCategory.STUDENT.name(),
                PatronField.GRADE,
                "07",
                PatronField.STATUS,
                PatronStatus.ACTIVE.name()));
    }

    long add(PatronFacts facts) {
        return ((PatronSaved.Saved) patrons.add(facts, "", Optional.empty(), "test")).id();
    }

    long count(String sql, Object... parameters) {
        return database.read(connection -> Sql.first(connection, sql, row -> row.getLong(1), parameters))
                .orElseThrow();
    }

    @Override
    public void close() {
        connections.close();
    }
}

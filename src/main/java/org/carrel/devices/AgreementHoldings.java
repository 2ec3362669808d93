package org.carrel.devices;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.carrel.devices.store.AgreementStore;
import org.carrel.patrons.PatronHoldings;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.school.SchoolYear;

/** What people have signed, when two entries turn out to be one person (rule P6). */
@Door
public class AgreementHoldings implements PatronHoldings {
    private final Database database;
    private final AgreementStore store = new AgreementStore();

    @Inject
    public AgreementHoldings(Database database) {
        this.database = database;
    }

    @Override
    public String kind() {
        return "agreements";
    }

    /** A signature is no thing that somebody has. */
    @Override
    public Map<Long, Integer> counts(Collection<Long> people) {
        return Map.of();
    }

    @Override
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        return store.move(connection, from, to);
    }

    @Override
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        return store.moveBack(connection, ids, from, to);
    }

    /** What was signed for a school year that was over before that time, by days of UTC. How many answers. */
    public int forget(Instant before) {
        var year = SchoolYear.of(LocalDate.ofInstant(before, ZoneOffset.UTC));
        return database.transaction(connection -> store.forget(connection, year));
    }
}

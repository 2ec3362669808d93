package org.carrel.testing;

import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.testing.store.CoordinatorStore;

/** Librarians who coordinate tests: an administrator names them, and runs no test himself. */
@Door
public class TestCoordinators {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final CoordinatorStore store = new CoordinatorStore();

    @Inject
    public TestCoordinators(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** @param site code; empty: of all sites */
    public record Librarian(long account, String name, String site, boolean coordinates) implements Serializable {}

    /** Those within reach, by name. */
    public List<Librarian> list(Caller by) {
        return database.read(store::librarians).stream()
                .filter(one -> by.may(Operation.ADMINISTER, owner(one)))
                .toList();
    }

    private static Owner owner(Librarian one) {
        return new Owner(one.site().isEmpty() ? Optional.empty() : Optional.of(one.site()), OptionalLong.empty());
    }

    /** False when there is no such librarian within reach. */
    public boolean name(long account, boolean coordinates, Caller by) {
        if (list(by).stream().noneMatch(one -> one.account() == account)) return false;
        return database.transaction(connection -> {
            if (coordinates) store.name(connection, account, by.account(), clock.instant());
            else store.unname(connection, account);
            audit.add(
                    connection,
                    OptionalLong.of(by.account()),
                    coordinates ? "test_coordinator_named" : "test_coordinator_unnamed",
                    new Subject("account", account));
            return true;
        });
    }

    /** Whether somebody coordinates tests at this site. @param site code */
    public boolean coordinates(Caller by, String site) {
        return by.may(Operation.COORDINATE_TESTING, Owner.site(site))
                && database.read(connection -> store.isNamed(connection, by.account()));
    }
}

package org.carrel.security;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.store.AuditStore;

/**
 * Who did what with whose data. Nothing is ever changed or taken out; {@link #check} finds it when somebody did so in the
 * database itself.
 */
@Door
public class AuditTrail {
    private final Database database;
    private final Clock clock;
    private final AuditStore store = new AuditStore();

    @Inject
    public AuditTrail(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Writes it in the caller's transaction: both hold or neither does. To be the last of the transaction's writes, as
     * all others wait for it to end.
     *
     * @param actor account; empty: nobody who was signed in
     */
    public void add(Connection connection, OptionalLong actor, String action, Subject subject) throws SQLException {
        add(connection, actor, action, Optional.of(subject), Optional.empty());
    }

    /** As the shorter one. @param payload JSON, at most 4,000 bytes */
    public void add(
            Connection connection,
            OptionalLong actor,
            String action,
            Optional<Subject> subject,
            Optional<String> payload)
            throws SQLException {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        store.append(connection, number -> new AuditEvent(number, now, actor, action, subject, payload));
    }

    /** In a transaction of its own, for looks that write nothing else. */
    public void add(OptionalLong actor, String action, Subject subject) {
        database.transaction(connection -> {
            add(connection, actor, action, subject);
            return true;
        });
    }

    /** Everything that was done to this, the latest first. @param most how many at most */
    public List<AuditEvent> of(Subject subject, int most) {
        return database.read(connection -> store.of(connection, subject, most));
    }

    /** Says what is wrong with the chain, as English sentences; nothing when all is well. */
    public void check(Consumer<String> problems) {
        database.read(connection -> store.check(connection, problems));
    }
}

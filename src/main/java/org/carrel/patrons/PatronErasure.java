package org.carrel.patrons;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.patrons.store.PatronErasureStore;
import org.carrel.platform.Door;

/** Takes a person out of every table of patrons and rosters, in the transaction of who knows why. */
@Door
public class PatronErasure {
    private final List<PropertyOut> property;
    private final PatronErasureStore store = new PatronErasureStore();

    @Inject
    public PatronErasure(@Any Instance<PropertyOut> property) {
        this(property.stream().toList());
    }

    public PatronErasure(List<PropertyOut> property) {
        this.property = property;
    }

    /**
     * A person with everybody who was merged into them: one human being.
     *
     * @param patrons the one who has everything first
     * @param pseudonyms under which the audit trail knows them
     * @param site code; empty for a person of none of ours
     * @param usernames as which the person may sign in, in lower case
     */
    public record Known(
            List<Long> patrons,
            List<Long> pseudonyms,
            Optional<String> site,
            PatronCategory category,
            String name,
            String familyName,
            List<String> usernames) {
        public long patron() {
            return patrons.getFirst();
        }

        public long pseudonym() {
            return pseudonyms.getFirst();
        }
    }

    /** Nobody else changes the person until the transaction ends. Empty when there is no such person. */
    public Optional<Known> lock(Connection connection, long patron) throws SQLException {
        return store.find(connection, patron, true);
    }

    public Optional<Known> find(Connection connection, long patron) throws SQLException {
        return store.find(connection, patron, false);
    }

    public boolean hasProperty(Connection connection, Known person) throws SQLException {
        for (var each : property) {
            for (var patron : person.patrons()) if (each.isWith(connection, patron)) return true;
        }
        return false;
    }

    /** Patrons who left on that day or before. */
    public List<Long> leftBy(Connection connection, LocalDate day) throws SQLException {
        return store.leftBy(connection, day);
    }

    /** Patrons with one of these pseudonyms. */
    public List<Long> withPseudonyms(Connection connection, Collection<Long> pseudonyms) throws SQLException {
        return store.withPseudonyms(connection, pseudonyms);
    }

    /** Nothing is left of the person here. A roster that waits and has the person in it is discarded. */
    public void erase(Connection connection, Known person) throws SQLException {
        for (var each : property) {
            for (var patron : person.patrons()) each.forget(connection, patron);
        }
        store.eraseFromRosters(connection, person.patrons());
        store.erase(connection, person.patrons());
    }
}

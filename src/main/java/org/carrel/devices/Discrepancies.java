package org.carrel.devices;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.store.DiscrepancyStore;
import org.carrel.devices.store.MdmRunStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;

/** Where consoles and our records say two things: a worklist for people, who look and say what it was. */
@Door
public class Discrepancies {
    private final Database database;
    private final Clock clock;
    private final AuditTrail audit;
    private final DiscrepancyStore store = new DiscrepancyStore();
    private final MdmRunStore runs = new MdmRunStore();

    @Inject
    public Discrepancies(Database database, Clock clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    /** The oldest first, within reach. @param after the number of the last one that was seen, 0 for the first page */
    public List<Discrepancy> open(Optional<DiscrepancyKind> kind, long after, int most, Caller by) {
        return database.read(connection -> store.open(connection, by.site(), kind, after, most));
    }

    /** How many are open of each kind, within reach. */
    public Map<DiscrepancyKind, Integer> counts(Caller by) {
        var counts = new EnumMap<DiscrepancyKind, Integer>(DiscrepancyKind.class);
        database.read(connection -> store.counts(connection, by.site()))
                .forEach(count -> counts.put(count.kind(), count.open()));
        return counts;
    }

    /** The last ones that were settled or are over. */
    public List<Discrepancy> closed(int most, Caller by) {
        return database.read(connection -> store.closed(connection, by.site(), most));
    }

    public Optional<Discrepancy> find(long id) {
        return database.read(connection -> store.find(connection, id));
    }

    /**
     * Says what it was. Nothing of the device changes by that.
     *
     * @return false when it is not open, not within reach, or the note is empty or too long
     */
    public boolean settle(long id, String note, Caller by) {
        var said = note.strip();
        if (said.isEmpty() || said.length() > Discrepancy.MAX_NOTE) return false;
        var found = find(id).filter(one -> by.isOf(one.site()));
        if (found.isEmpty()) return false;
        var subject = new Subject("device", found.get().device());
        return database.transaction(connection -> {
            if (!store.settle(connection, id, said, by.username(), clock.instant())) return false;
            audit.add(connection, OptionalLong.of(by.account()), "discrepancy_settled", subject);
            return true;
        });
    }

    /** Lets go of rows of exports from before that time, and of what was settled then. How many rows. */
    public int forget(Instant before) {
        return database.transaction(connection -> runs.forget(connection, before));
    }
}

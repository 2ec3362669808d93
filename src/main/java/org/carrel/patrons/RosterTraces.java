package org.carrel.patrons;

import jakarta.inject.Inject;
import java.time.Instant;
import org.carrel.patrons.store.RosterStagingStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** What rosters leave behind on their way in: lines about people, and the columns of those that wait. */
@Door
public class RosterTraces {
    private final Database database;
    private final RosterStagingStore store = new RosterStagingStore();

    @Inject
    public RosterTraces(Database database) {
        this.database = database;
    }

    /**
     * Lets go of runs from before that time: those that wait are discarded, of the others stay day and counts. A run without
     * its lines cannot be taken back.
     *
     * @return how many rows
     */
    public int forget(Instant before) {
        return database.transaction(connection -> store.forget(connection, before));
    }
}

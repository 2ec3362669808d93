package org.carrel.patrons;

import jakarta.inject.Inject;
import java.util.List;
import org.carrel.patrons.store.RosterStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Where rosters come from, and which of our sites their schools are. */
@Door
public class RosterSources {
    private final Database database;
    private final RosterStore store = new RosterStore();

    @Inject
    public RosterSources(Database database) {
        this.database = database;
    }

    /** By name. */
    public List<RosterSource> all() {
        return database.read(store::sources);
    }

    public List<RosterSchool> schools(int source) {
        return database.read(connection -> store.schools(connection, source));
    }

    /** @param site code of one of our sites; empty: the school is none of ours. The next roster follows it. */
    public void assign(int source, String school, String site) {
        database.transaction(connection -> {
            store.assign(connection, source, school, site);
            return true;
        });
    }
}

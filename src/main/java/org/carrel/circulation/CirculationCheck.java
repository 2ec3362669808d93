package org.carrel.circulation;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.Consumer;
import org.carrel.circulation.store.CirculationCheckStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;

/** Checks that what circulation promises holds in the database as it is (rules Z1 and I1 to I8). Reads only. */
@Door
public class CirculationCheck {
    private final Database database;
    private final Clock clock;
    private final CirculationCheckStore store = new CirculationCheckStore();

    @Inject
    public CirculationCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Tells every broken promise as a sentence in English: what is wrong, by which number it is known, and what to do. */
    public void run(Consumer<String> problem) {
        database.read(connection -> store.findBroken(connection, clock.instant()))
                .forEach(problem);
    }
}

package org.carrel.sessions;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.sessions.store.SessionsCheckStore;

/** Checks that what classes use is what the database says. Reads only. */
@Door
public class SessionsCheck {
    /** So long books may stand on their cart after a session. */
    private static final Duration PUT_BACK = Duration.ofDays(7);

    private final Database database;
    private final Clock clock;
    private final SessionsCheckStore store = new SessionsCheckStore();

    @Inject
    public SessionsCheck(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Tells every broken promise as a sentence in English: what is wrong, by which number it is known, and what to do. */
    public void run(Consumer<String> problem) {
        var before = clock.instant().minus(PUT_BACK);
        database.read(connection -> store.findBroken(connection, before)).forEach(problem);
    }
}

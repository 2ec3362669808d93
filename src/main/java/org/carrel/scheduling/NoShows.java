package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.store.ReleaseStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * Nobody came: what the session holds is free for others (B-35). What is over is left as it is: while the program did not run nobody
 * could say that the class had come.
 */
@Door
public class NoShows {
    /** Most minutes. */
    public static final int MOST = 240;

    private final Database database;
    private final Clock clock;
    private final BookingLook look;
    private final BookingWriting writing;
    private final SessionStore sessions = new SessionStore();
    private final ReleaseStore store = new ReleaseStore();

    @Inject
    public NoShows(Database database, Clock clock, SchoolCalendar calendars, @Any Instance<SessionWatch> watches) {
        this(database, clock, calendars, (Iterable<SessionWatch>) watches);
    }

    NoShows(Database database, Clock clock, SchoolCalendar calendars, Iterable<SessionWatch> watches) {
        this.database = database;
        this.clock = clock;
        this.look = new BookingLook(clock, calendars);
        this.writing = new BookingWriting(clock, watches);
    }

    /** So many minutes after the beginning; empty: never. @param site code */
    public OptionalInt after(String site) {
        return database.read(connection -> store.after(connection, site));
    }

    /** @param minutes 1 to {@link #MOST}; empty: never. @return whether it is kept */
    public boolean save(String site, OptionalInt minutes, Caller by) {
        var fits = minutes.isEmpty() || minutes.getAsInt() >= 1 && minutes.getAsInt() <= MOST;
        if (!fits || !by.may(Operation.DESK_SETTINGS, Owner.site(site))) return false;
        return database.transaction(connection -> {
            store.save(connection, site, minutes);
            return true;
        });
    }

    /** How many were given back. Done again it finds nothing to do. */
    int release() {
        var count = 0;
        for (var id : database.read(connection -> store.missed(connection, clock.instant())))
            if (database.transaction(connection -> release(connection, id))) count++;
        return count;
    }

    private boolean release(Connection connection, long id) throws SQLException {
        var seen = sessions.find(connection, id);
        if (seen.isEmpty()) return false;
        look.lock(
                connection,
                seen.get().teacher().id(),
                seen.get().parts().stream().map(Part::resource).toList());
        var before = sessions.lock(connection, id).orElseThrow();
        // The class may have come while this waited.
        if (!store.missed(connection, clock.instant()).contains(id)) return false;
        var after = new SessionCopy(before).state(State.RELEASED, "", OptionalLong.empty(), clock.instant());
        writing.end(connection, before, after, SessionEvent.Kind.RELEASED, OptionalLong.empty());
        return true;
    }
}

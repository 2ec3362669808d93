package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.carrel.patrons.PatronHoldings;
import org.carrel.patrons.PropertyOut;
import org.carrel.platform.Door;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherMergeStore;
import org.carrel.school.SchoolCalendar;

/** Whose sessions they are when two entries turn out to be one teacher (rule P6), and when a teacher is erased (rule PR-8). */
@Door
public class SessionHoldings implements PatronHoldings, PropertyOut {
    private final Clock clock;
    private final BookingLook look;
    private final BookingWriting writing;
    private final SessionStore sessions = new SessionStore();
    private final TeacherMergeStore store = new TeacherMergeStore();

    @Inject
    public SessionHoldings(Clock clock, SchoolCalendar calendars, @Any Instance<SessionWatch> watches) {
        this(clock, calendars, (Iterable<SessionWatch>) watches);
    }

    SessionHoldings(Clock clock, SchoolCalendar calendars, Iterable<SessionWatch> watches) {
        this.clock = clock;
        this.look = new BookingLook(clock, calendars);
        this.writing = new BookingWriting(clock, watches);
    }

    @Override
    public String kind() {
        return "sessions";
    }

    /** Nobody has to bring back a session. */
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

    @Override
    public boolean isWith(Connection connection, long patron) {
        return false;
    }

    /** What is to come is called off: others can have it. */
    @Override
    public void forget(Connection connection, long patron) throws SQLException {
        for (var id : store.coming(connection, patron, clock.instant())) {
            var seen = sessions.find(connection, id).orElseThrow();
            look.lock(
                    connection,
                    seen.teacher().id(),
                    seen.parts().stream().map(Part::resource).toList());
            var before = sessions.lock(connection, id).orElseThrow();
            if (!before.state().isLive()) continue;
            var after = new SessionCopy(before).state(State.CANCELLED, "", OptionalLong.empty(), clock.instant());
            writing.end(connection, before, after, SessionEvent.Kind.CANCELLED, OptionalLong.empty());
        }
        store.erase(connection, patron);
    }
}

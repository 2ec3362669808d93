package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.carrel.platform.Door;
import org.carrel.scheduling.store.CartStore;
import org.carrel.scheduling.store.SessionStore;

/** What a desk tells a session in its own transaction. */
@Door
public class SessionDesk {
    private final BookingWriting writing;
    private final SessionStore sessions = new SessionStore();
    private final CartStore carts = new CartStore();

    @Inject
    public SessionDesk(Clock clock, @Any Instance<SessionWatch> watches) {
        this(clock, (Iterable<SessionWatch>) watches);
    }

    SessionDesk(Clock clock, Iterable<SessionWatch> watches) {
        this.writing = new BookingWriting(clock, watches);
    }

    /** What classes will do with a device, or with the cart that it belongs in, from now on, in order. In the caller's transaction. */
    public List<DevicePlan> plans(Connection connection, long device, Instant now) throws SQLException {
        return carts.plans(connection, device, now);
    }

    /**
     * The class has come: what it had booked was handed out. Does nothing when that is known, or the session is off. In the caller's
     * transaction, in which people and items are locked.
     *
     * @param account of staff; empty for none
     */
    public void came(Connection connection, long session, OptionalLong account, Instant now) throws SQLException {
        var known = sessions.lock(connection, session)
                .filter(found -> found.state().isLive() && found.claimed().isEmpty());
        if (known.isEmpty()) return;
        var after = new SessionCopy(known.get()).claimed(now);
        writing.mark(connection, known.get(), after, SessionEvent.Kind.CLAIMED, account, "");
    }
}

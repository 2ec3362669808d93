package org.carrel.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.carrel.platform.Door;
import org.carrel.security.store.PinStore;

/** What becomes of the PIN when two entries of a person are made one, in the transaction of who does that. */
@Door
public class PinMoves {
    private final PinStore store = new PinStore();

    /** The other one's PIN from now on; who has one keeps it, and this one sleeps. False when nothing moved. */
    public boolean move(Connection connection, long from, long to) throws SQLException {
        return store.move(connection, from, to);
    }

    /** Whether {@link #moveBack} would move it. */
    public boolean isFromBefore(Connection connection, long patron, Instant since) throws SQLException {
        return store.setAt(connection, patron)
                .filter(set -> !set.isAfter(since))
                .isPresent();
    }

    /** Back again, unless it was set anew. False when nothing moved. @param since when it moved */
    public boolean moveBack(Connection connection, long from, long to, Instant since) throws SQLException {
        return isFromBefore(connection, from, since) && store.move(connection, from, to);
    }
}

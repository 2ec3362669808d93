package org.carrel.scheduling;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Is told of every change of a session, in the transaction that makes it: what follows from it is done or not done with it. A feature
 * that has something to do makes a bean. Nothing slow is done here: letters are queued, not sent (B-19).
 */
public interface SessionWatch {
    /**
     * @param before as it was; empty for a new one
     * @param now as it is
     * @param event what happened, as it stands in the session's history
     */
    void changed(Connection connection, Optional<ClassSession> before, ClassSession now, SessionEvent event)
            throws SQLException;
}

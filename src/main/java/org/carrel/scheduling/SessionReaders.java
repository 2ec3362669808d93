package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.carrel.platform.Door;
import org.carrel.scheduling.store.ReaderStore;

/** Whom sessions concern, in the transaction of who tells them. */
@Door
public class SessionReaders {
    private final ReaderStore store = new ReaderStore();

    @Inject
    public SessionReaders() {}

    /** The teacher, and the people who are a part of it; each once. */
    public List<SessionReader> of(Connection connection, ClassSession session) throws SQLException {
        return store.of(connection, session);
    }

    /** Empty when there is no such account, or nobody signs in by it any more. */
    public Optional<SessionReader> account(Connection connection, long account) throws SQLException {
        return store.account(connection, account);
    }
}

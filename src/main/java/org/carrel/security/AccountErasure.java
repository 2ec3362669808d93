package org.carrel.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.carrel.platform.Door;
import org.carrel.security.store.AccountErasureStore;

/** What becomes of the accounts of a person who is erased, in the transaction of who knows why. */
@Door
public class AccountErasure {
    private final AccountErasureStore store = new AccountErasureStore();

    /** The accounts of a student go. @param usernames in lower case */
    public void erase(Connection connection, List<String> usernames) throws SQLException {
        for (var username : usernames) store.deleteStudent(connection, username);
    }

    /**
     * Whoever has worked here cannot sign in any more, and keeps the account that the audit trail names: what staff did is never
     * made nameless. Administrators are left alone: a wrong line in a roster must not lock them out.
     *
     * @param usernames in lower case
     */
    public void close(Connection connection, List<String> usernames, Instant now) throws SQLException {
        for (var username : usernames) store.close(connection, username, now);
    }
}

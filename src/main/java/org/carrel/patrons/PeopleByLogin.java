package org.carrel.patrons;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import org.carrel.patrons.store.PatronLoginStore;
import org.carrel.platform.Door;

/** Who signs in as what, in the transaction of who asks: consoles that manage devices name people so. */
@Door
public class PeopleByLogin {
    private final PatronLoginStore store = new PatronLoginStore();

    @Inject
    public PeopleByLogin() {}

    /**
     * Numbers of patrons by address or user name, without regard to case.
     *
     * @param logins in any case
     * @return by the login in small letters; of several people with one address the first, and nobody who was merged
     */
    public Map<String, Long> find(Connection connection, Collection<String> logins) throws SQLException {
        return store.find(connection, logins);
    }

    /** How these patrons may be called there: addresses and user names, in small letters. */
    public Collection<String> loginsOf(Connection connection, long patron) throws SQLException {
        return store.loginsOf(connection, patron);
    }

    /** Whether anybody has an address or a user name: without any, everybody would be unknown. */
    public boolean knowsAny(Connection connection) throws SQLException {
        return store.knowsAny(connection);
    }
}

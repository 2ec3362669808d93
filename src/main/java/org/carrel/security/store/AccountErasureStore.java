package org.carrel.security.store;

import static org.carrel.security.store.AccountStore.utc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.carrel.platform.Sql;

/** Takes accounts out of the tables; sessions, browsers and identities go with them. */
public final class AccountErasureStore {
    private static final String CLOSED = "role not in ('student', 'admin') and not demo";

    public void deleteStudent(Connection connection, String username) throws SQLException {
        Sql.update(connection, "delete from account where username = ? and role = 'student' and not demo", username);
    }

    public void close(Connection connection, String username, Instant now) throws SQLException {
        var account = "(select id from account where username = ? and " + CLOSED + ")";
        Sql.update(connection, "delete from account_session where account_id in " + account, username);
        Sql.update(connection, "delete from known_browser where account_id in " + account, username);
        Sql.update(connection, "delete from account_identity where account_id in " + account, username);
        Sql.update(connection, "delete from account_unlock where account_id in " + account, username);
        var sql = "update account set disabled_at = ?, password_hash = null, code_hash = null, code_ends_at = null "
                + "where username = ? and disabled_at is null and " + CLOSED;
        Sql.update(connection, sql, utc(now), username);
    }
}

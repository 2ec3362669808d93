package org.carrel.security.store;

import static org.carrel.security.store.AccountStore.instant;
import static org.carrel.security.store.AccountStore.utc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.carrel.platform.Sql;

/** The PINs of patrons, as hashes. */
public final class PinStore {
    public Optional<String> hash(Connection connection, long patron) throws SQLException {
        return Sql.first(
                connection, "select pin_hash from patron_pin where patron_id = ?", row -> row.getString(1), patron);
    }

    public void set(Connection connection, long patron, String hash, Instant now) throws SQLException {
        var sql = "replace into patron_pin (patron_id, pin_hash, set_at) values (?, ?, ?)";
        Sql.update(connection, sql, patron, hash, utc(now));
    }

    public Optional<Instant> setAt(Connection connection, long patron) throws SQLException {
        var sql = "select set_at from patron_pin where patron_id = ?";
        return Sql.first(connection, sql, row -> instant(row, 1).orElseThrow(), patron);
    }

    /** False when there was none, or the other one has one. */
    public boolean move(Connection connection, long from, long to) throws SQLException {
        if (hash(connection, to).isPresent()) return false;
        return Sql.update(connection, "update patron_pin set patron_id = ? where patron_id = ?", to, from) > 0;
    }

    /** False when there was none. */
    public boolean remove(Connection connection, long patron) throws SQLException {
        return Sql.update(connection, "delete from patron_pin where patron_id = ?", patron) > 0;
    }
}

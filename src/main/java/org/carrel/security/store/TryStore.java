package org.carrel.security.store;

import static org.carrel.security.store.AccountStore.instant;
import static org.carrel.security.store.AccountStore.utc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.security.rules.BackOff.Count;

/** The tables of what was tried, and of the code for the first administrator. Times are UTC. */
public final class TryStore {
    /** Locks the count of this key until the transaction ends. */
    public Count countForUpdate(Connection connection, byte[] key, Instant now) throws SQLException {
        var sql = "insert into sign_in_try (try_key, failures, last_at) values (?, 0, ?)"
                + " on duplicate key update try_key = values(try_key)";
        Sql.update(connection, sql, key, utc(now));
        return Sql.first(
                        connection,
                        "select failures, last_at from sign_in_try where try_key = ? for update",
                        row -> new Count(row.getDouble(1), instant(row, 2).orElseThrow()),
                        (Object) key)
                .orElse(Count.NONE);
    }

    public void set(Connection connection, byte[] key, Count count) throws SQLException {
        var sql = "update sign_in_try set failures = ?, last_at = ? where try_key = ?";
        Sql.update(connection, sql, count.failures(), utc(count.last()), key);
    }

    /** One that was counted as failed before it was looked at was none. */
    public void takeBack(Connection connection, byte[] key) throws SQLException {
        var sql = "update sign_in_try set failures = greatest(failures - 1, 0) where try_key = ?";
        Sql.update(connection, sql, (Object) key);
    }

    public void forget(Connection connection, byte[] key) throws SQLException {
        Sql.update(connection, "delete from sign_in_try where try_key = ?", (Object) key);
    }

    public void tidy(Connection connection, Instant before) throws SQLException {
        Sql.update(connection, "delete from sign_in_try where last_at < ? limit 1000", utc(before));
    }

    /** How many. */
    public int forget(Connection connection, Instant before) throws SQLException {
        return Sql.update(connection, "delete from sign_in_try where last_at < ?", utc(before));
    }

    public void setSetupCode(Connection connection, byte[] code, Instant end) throws SQLException {
        var sql = "replace into setup_code (id, code_hash, ends_at) values (1, ?, ?)";
        Sql.update(connection, sql, code, utc(end));
    }

    /** Locks it until the transaction ends. */
    public Optional<byte[]> setupCodeForUpdate(Connection connection, Instant now) throws SQLException {
        var sql = "select code_hash from setup_code where ends_at > ? for update";
        return Sql.first(connection, sql, row -> row.getBytes(1), utc(now));
    }

    public void removeSetupCode(Connection connection) throws SQLException {
        Sql.update(connection, "delete from setup_code");
    }
}

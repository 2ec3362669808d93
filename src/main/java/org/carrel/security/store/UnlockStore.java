package org.carrel.security.store;

import static org.carrel.security.store.AccountStore.utc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** The table of what people unlock their desks with, as hashes. Times are UTC. */
public final class UnlockStore {
    /** Hashes of an account. */
    public record Keys(Optional<String> pin, Optional<String> badge) {
        static final Keys NONE = new Keys(Optional.empty(), Optional.empty());
    }

    public Keys find(Connection connection, long account) throws SQLException {
        return Sql.first(
                        connection,
                        "select pin_hash, badge_hash from account_unlock where account_id = ?",
                        row -> new Keys(Optional.ofNullable(row.getString(1)), Optional.ofNullable(row.getString(2))),
                        account)
                .orElse(Keys.NONE);
    }

    /** @param hash null: no PIN any more */
    public void setPin(Connection connection, long account, @Nullable String hash, Instant now) throws SQLException {
        var sql = "insert into account_unlock (account_id, pin_hash, changed_at) values (?, ?, ?) "
                + "on duplicate key update pin_hash = values(pin_hash), changed_at = values(changed_at)";
        Sql.update(connection, sql, account, hash, utc(now));
    }

    /** @param hash null: no badge any more */
    public void setBadge(Connection connection, long account, @Nullable String hash, Instant now) throws SQLException {
        var sql = "insert into account_unlock (account_id, badge_hash, changed_at) values (?, ?, ?) "
                + "on duplicate key update badge_hash = values(badge_hash), changed_at = values(changed_at)";
        Sql.update(connection, sql, account, hash, utc(now));
    }

    public void remove(Connection connection, long account) throws SQLException {
        Sql.update(connection, "delete from account_unlock where account_id = ?", account);
    }
}

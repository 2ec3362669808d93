package org.carrel.security.store;

import static org.carrel.security.store.AccountStore.instant;
import static org.carrel.security.store.AccountStore.utc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** The tables of open sessions and known browsers. Times are UTC. */
public final class SessionStore {
    /**
     * What is known of an open session.
     *
     * @param proven when the person last showed who they are
     * @param locked since when the person has to unlock it; empty when nobody has locked it
     */
    public record Open(
            long number, Caller caller, Instant created, Instant lastUsed, Instant proven, Optional<Instant> locked) {}

    /** Sessions of accounts that are good; whether they still hold is another question. */
    public Optional<Open> find(Connection connection, byte[] token) throws SQLException {
        var sql = """
                select o.id, o.created_at, o.last_used_at, o.proven_at, a.id, a.username, a.display_name, a.role, s.code,
                  o.locked_at
                from account_session o join account a on a.id = o.account_id left join site s on s.id = a.site_id
                where o.token_hash = ? and a.disabled_at is null
                """;
        return Sql.first(
                connection,
                sql,
                row -> new Open(
                        row.getLong(1),
                        new Caller(
                                row.getLong(5),
                                row.getString(6),
                                row.getString(7),
                                Role.valueOf(row.getString(8).toUpperCase(Locale.ROOT)),
                                Optional.ofNullable(row.getString(9))),
                        instant(row, 2).orElseThrow(),
                        instant(row, 3).orElseThrow(),
                        instant(row, 4).orElseThrow(),
                        instant(row, 10)),
                (Object) token);
    }

    public void open(Connection connection, byte[] token, long account, Instant now, Instant end) throws SQLException {
        var sql = "insert into account_session (token_hash, account_id, created_at, last_used_at, proven_at, ends_at)"
                + " values (?, ?, ?, ?, ?, ?)";
        var time = utc(now);
        Sql.update(connection, sql, token, account, time, time, time, utc(end));
    }

    public void used(Connection connection, long number, Instant now) throws SQLException {
        var sql = "update account_session set last_used_at = ? where id = ? and last_used_at < ?";
        Sql.update(connection, sql, utc(now), number, utc(now));
    }

    /** False when it was locked already, or is not there. */
    public boolean lock(Connection connection, byte[] token, Instant now) throws SQLException {
        var sql = "update account_session set locked_at = ? where token_hash = ? and locked_at is null";
        return Sql.update(connection, sql, utc(now), token) == 1;
    }

    /**
     * Opens it again under another token; false when it is not there any more.
     *
     * @param proven when the person has last shown the password, as far as it counts
     */
    public boolean unlock(Connection connection, byte[] token, byte[] renewed, Instant proven, Instant now)
            throws SQLException {
        var sql = "update account_session set token_hash = ?, locked_at = null, last_used_at = ?, proven_at = ? "
                + "where token_hash = ?";
        return Sql.update(connection, sql, renewed, utc(now), utc(proven), token) == 1;
    }

    public boolean end(Connection connection, byte[] token) throws SQLException {
        return Sql.update(connection, "delete from account_session where token_hash = ?", (Object) token) == 1;
    }

    public int endAll(Connection connection, long account) throws SQLException {
        return Sql.update(connection, "delete from account_session where account_id = ?", account);
    }

    public void endOthers(Connection connection, long account, byte[] kept) throws SQLException {
        Sql.update(connection, "delete from account_session where account_id = ? and token_hash <> ?", account, kept);
    }

    public boolean knows(Connection connection, byte[] browser, long account) throws SQLException {
        var sql = "select 1 from known_browser where token_hash = ? and account_id = ?";
        return Sql.first(connection, sql, row -> true, browser, account).isPresent();
    }

    public void remember(Connection connection, byte[] browser, long account, Instant now) throws SQLException {
        var sql = "insert into known_browser (token_hash, account_id, last_used_at) values (?, ?, ?)"
                + " on duplicate key update last_used_at = values(last_used_at)";
        Sql.update(connection, sql, browser, account, utc(now));
    }

    public void forgetBrowsers(Connection connection, long account) throws SQLException {
        Sql.update(connection, "delete from known_browser where account_id = ?", account);
    }

    /** Takes out browsers that were not used since. How many. */
    public int forgetUnused(Connection connection, Instant since) throws SQLException {
        return Sql.update(connection, "delete from known_browser where last_used_at < ?", utc(since));
    }

    /** Takes out sessions that are over. How many. */
    public int forgetOver(Connection connection, Instant now) throws SQLException {
        return Sql.update(connection, "delete from account_session where ends_at < ?", utc(now));
    }

    /** Takes out what is over. @param unused browsers that were not used since go too */
    public void tidy(Connection connection, Instant now, Instant unused) throws SQLException {
        Sql.update(connection, "delete from account_session where ends_at < ? limit 1000", utc(now));
        Sql.update(connection, "delete from known_browser where last_used_at < ? limit 1000", utc(unused));
    }
}

package org.carrel.security.store;

import static java.time.ZoneOffset.UTC;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.carrel.security.Account;
import org.carrel.security.Role;
import org.jspecify.annotations.Nullable;

/** The table of accounts. Times are UTC. */
public final class AccountStore {
    private static final String SELECT = """
            select a.id, a.username, a.display_name, a.role, s.code, a.password_hash, a.code_ends_at, a.disabled_at,
              (select count(*) from account_session o where o.account_id = a.id), a.code_hash
            from account a left join site s on s.id = a.site_id
            """;
    private static final String ADMIN_WHO_CAN = "role = 'admin' and disabled_at is null and password_hash is not null";

    /**
     * An account with what proves that somebody is its person.
     *
     * @param passwordHash null: nobody gets in by password
     * @param codeHash null: there is no code
     */
    public record Secrets(Account account, @Nullable String passwordHash, byte @Nullable [] codeHash) {}

    /** By site and name. @param site code; empty: all */
    public List<Account> list(Connection connection, Optional<String> site) throws SQLException {
        var sql = SELECT
                + "where not a.program and (? is null or s.code = ?) order by a.disabled_at is not null, a.display_name, a.id";
        return Sql.list(connection, sql, row -> account(row), site.orElse(null), site.orElse(null));
    }

    public Optional<Account> find(Connection connection, long number) throws SQLException {
        return Sql.first(connection, SELECT + "where a.id = ? and not a.program", row -> account(row), number);
    }

    /** What people call it; of a program too. */
    public Optional<String> name(Connection connection, long number) throws SQLException {
        return Sql.first(connection, "select display_name from account where id = ?", row -> row.getString(1), number);
    }

    /** Those that are good, of a site or of all, by name. */
    public Map<Long, String> staffOf(Connection connection, String site) throws SQLException {
        var sql = """
                select a.id, a.display_name from account a left join site s on s.id = a.site_id
                where a.disabled_at is null and a.role <> 'student' and (s.code = ? or a.site_id is null) order by a.display_name, a.id
                """;
        var found = new LinkedHashMap<Long, String>();
        Sql.list(connection, sql, row -> Map.entry(row.getLong(1), row.getString(2)), site)
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    public Optional<Secrets> secrets(Connection connection, String username) throws SQLException {
        return Sql.first(connection, SELECT + "where a.username = ?", row -> secrets(row), username);
    }

    public Optional<Secrets> secrets(Connection connection, long number) throws SQLException {
        return Sql.first(connection, SELECT + "where a.id = ?", row -> secrets(row), number);
    }

    /** The account that this identity is bound to. */
    public Optional<Account> identity(Connection connection, String issuer, String subject) throws SQLException {
        var sql = SELECT + "join account_identity i on i.account_id = a.id where i.issuer = ? and i.subject = ?";
        return Sql.first(connection, sql, row -> account(row), issuer, subject);
    }

    /** False when the account is bound to another identity of this issuer, or disabled. */
    public boolean bind(Connection connection, String issuer, String subject, Account account, Instant now)
            throws SQLException {
        if (account.disabled().isPresent()) return false;
        var sql = "insert ignore into account_identity (issuer, subject, account_id, bound_at) values (?, ?, ?, ?)";
        return Sql.update(connection, sql, issuer, subject, account.number(), utc(now)) == 1;
    }

    /** Empty when the name is taken. @param siteId null: all sites */
    public Optional<Long> add(
            Connection connection, String username, String name, Role role, @Nullable Long siteId, Instant now)
            throws SQLException {
        var sql = "insert ignore into account (username, display_name, role, site_id, created_at, changed_at)"
                + " values (?, ?, ?, ?, ?, ?)";
        var time = utc(now);
        if (Sql.update(connection, sql, username, name, word(role), siteId, time, time) == 0) return Optional.empty();
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1));
    }

    /** Locks the accounts of administrators until the transaction ends, so that two cannot remove each other. */
    public List<Long> adminsForUpdate(Connection connection) throws SQLException {
        var sql = "select id from account where " + ADMIN_WHO_CAN + " order by id for update";
        return Sql.list(connection, sql, row -> row.getLong(1));
    }

    public boolean hasAdmin(Connection connection) throws SQLException {
        var sql = "select 1 from account where " + ADMIN_WHO_CAN + " limit 1";
        return Sql.first(connection, sql, row -> true).isPresent();
    }

    public void change(Connection connection, long number, String name, Role role, @Nullable Long siteId, Instant now)
            throws SQLException {
        var sql = "update account set display_name = ?, role = ?, site_id = ?, changed_at = ? where id = ?";
        Sql.update(connection, sql, name, word(role), siteId, utc(now), number);
    }

    /** The code is used up by that. */
    public void setPassword(Connection connection, long number, String hash, Instant now) throws SQLException {
        var sql =
                "update account set password_hash = ?, code_hash = null, code_ends_at = null, changed_at = ? where id = ?";
        Sql.update(connection, sql, hash, utc(now), number);
    }

    /** The old password goes: whoever may know it does not get in again. */
    public void setCode(Connection connection, long number, byte[] code, Instant end, Instant now) throws SQLException {
        var sql =
                "update account set password_hash = null, code_hash = ?, code_ends_at = ?, changed_at = ? where id = ?";
        Sql.update(connection, sql, code, utc(end), utc(now), number);
    }

    /** @param since null: the account is good again */
    public void setDisabled(Connection connection, long number, @Nullable Instant since, Instant now)
            throws SQLException {
        var sql = "update account set disabled_at = ?, changed_at = ? where id = ?";
        Sql.update(connection, sql, since == null ? null : utc(since), utc(now), number);
    }

    /** Makes or renews an account of the sample school. */
    public void demo(Connection connection, String username, String name, Role role, String hash, Instant now)
            throws SQLException {
        var time = utc(now);
        var sql = """
                insert into account (username, display_name, role, password_hash, demo, created_at, changed_at)
                values (?, ?, ?, ?, true, ?, ?)
                on duplicate key update password_hash = values(password_hash), disabled_at = null
                """;
        Sql.update(connection, sql, username, name, word(role), hash, time, time);
    }

    public void disableDemo(Connection connection, Instant now) throws SQLException {
        Sql.update(connection, "update account set disabled_at = ? where demo and disabled_at is null", utc(now));
    }

    public boolean hasOnlyDemoAccounts(Connection connection) throws SQLException {
        return Sql.first(connection, "select 1 from account where not demo and not program limit 1", row -> true)
                .isEmpty();
    }

    public Optional<Long> site(Connection connection, String code) throws SQLException {
        return Sql.first(connection, "select id from site where code = ?", row -> row.getLong(1), code);
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Role.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString(5)),
                row.getString(6) != null,
                instant(row, 7),
                instant(row, 8),
                row.getInt(9));
    }

    private static Secrets secrets(ResultSet row) throws SQLException {
        return new Secrets(account(row), row.getString(6), row.getBytes(10));
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(time -> time.toInstant(UTC));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, UTC);
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}

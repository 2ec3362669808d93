package org.carrel.scheduling.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.OwnFeed;

/** Addresses of calendars, and what stands in those calendars. */
public final class FeedStore {
    private final SessionStore sessions = new SessionStore();

    /** Whose calendar it is. */
    public record Reader(long account, String name, String language, Instant made, Optional<Instant> used) {}

    /** In place of the one there was. */
    public void keep(Connection connection, long account, byte[] hash, String language, Instant now)
            throws SQLException {
        Sql.update(
                connection,
                "replace into calendar_feed (account_id, token_hash, language, made_at) values (?, ?, ?, ?)",
                account,
                hash,
                language,
                Utc.of(now));
    }

    /** False when there was none. */
    public boolean remove(Connection connection, long account) throws SQLException {
        return Sql.update(connection, "delete from calendar_feed where account_id = ?", account) == 1;
    }

    public Optional<OwnFeed> own(Connection connection, long account) throws SQLException {
        return Sql.first(
                connection,
                "select made_at, used_at from calendar_feed where account_id = ?",
                row -> new OwnFeed(Utc.instant(row, 1), Utc.someInstant(row, 2)),
                account);
    }

    /** Empty for a hash of nothing, and where the account is switched off. */
    public Optional<Reader> find(Connection connection, byte[] hash) throws SQLException {
        var sql = """
                select f.account_id, a.display_name, f.language, f.made_at, f.used_at
                from calendar_feed f join account a on a.id = f.account_id where f.token_hash = ? and a.disabled_at is null
                """;
        return Sql.first(
                connection,
                sql,
                row -> new Reader(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Utc.instant(row, 4),
                        Utc.someInstant(row, 5)),
                hash);
    }

    public void used(Connection connection, long account, Instant now) throws SQLException {
        Sql.update(connection, "update calendar_feed set used_at = ? where account_id = ?", Utc.of(now), account);
    }

    /** Live sessions that an account teaches, or is a part of, from a day on. */
    public List<ClassSession> sessionsOf(Connection connection, long account, LocalDate from) throws SQLException {
        var where = """
                where c.on_date >= ? and c.state in ('requested', 'booked') and (te.account_id = ? or exists
                    (select 1 from session_part p join booking_resource r on r.id = p.resource_id
                    where p.session_id = c.id and r.account_id = ?)) order by c.starts_at, c.id
                """;
        return sessions.list(connection, where, from, account, account);
    }

    /** When a session was changed last, anywhere; empty where there never was one. */
    public Optional<Instant> changed(Connection connection) throws SQLException {
        return Sql.first(connection, "select max(changed_at) from class_session", row -> Utc.someInstant(row, 1))
                .flatMap(found -> found);
    }

    public boolean isBusyShown(Connection connection, String site) throws SQLException {
        var sql = "select 1 from busy_site b join site s on s.id = b.site_id where s.code = ?";
        return Sql.first(connection, sql, row -> true, site).isPresent();
    }

    public boolean isBusyShown(Connection connection, long resource) throws SQLException {
        return Sql.first(connection, "select 1 from busy_resource where resource_id = ?", row -> true, resource)
                .isPresent();
    }

    /** Numbers of the things of a site. */
    public Set<Long> busyShown(Connection connection, String site) throws SQLException {
        var sql = """
                select b.resource_id from busy_resource b join booking_resource r on r.id = b.resource_id join site s on s.id = r.site_id
                where s.code = ?
                """;
        return Set.copyOf(Sql.list(connection, sql, row -> row.getLong(1), site));
    }

    public void showBusy(Connection connection, String site, boolean shown) throws SQLException {
        var sql = shown
                ? "insert ignore into busy_site (site_id) select id from site where code = ?"
                : "delete from busy_site where site_id = (select id from site where code = ?)";
        Sql.update(connection, sql, site);
    }

    public void showBusy(Connection connection, long resource, boolean shown) throws SQLException {
        var sql = shown
                ? "insert ignore into busy_resource (resource_id) values (?)"
                : "delete from busy_resource where resource_id = ?";
        Sql.update(connection, sql, resource);
    }

    /** Whether an account wants letters about sessions. */
    public boolean wantsMail(Connection connection, long account) throws SQLException {
        return Sql.first(connection, "select 1 from session_mail_off where account_id = ?", row -> true, account)
                .isEmpty();
    }

    public void wantMail(Connection connection, long account, boolean wanted) throws SQLException {
        var sql = wanted
                ? "delete from session_mail_off where account_id = ?"
                : "insert ignore into session_mail_off (account_id) values (?)";
        Sql.update(connection, sql, account);
    }
}

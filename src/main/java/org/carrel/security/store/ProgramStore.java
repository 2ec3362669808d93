package org.carrel.security.store;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.security.Caller;
import org.carrel.security.NewProgram;
import org.carrel.security.Program;
import org.carrel.security.Role;

/** The tokens of programs, and what was sent with them. A program's account is one that nobody signs in with. */
public final class ProgramStore {
    private static final String OF_PROGRAM =
            "from program_token t join account a on a.id = t.account_id join site s on s.id = a.site_id ";

    /** Whose token holds. @param lastUsed empty: never */
    public record Open(long number, Caller caller, Optional<Instant> lastUsed) {}

    /** Those that are good first. */
    public List<Program> list(Connection connection) throws SQLException {
        var sql =
                "select t.id, a.display_name, a.role, s.code, s.name, t.made_at, t.ends_at, t.last_used_at, t.revoked_at "
                        + OF_PROGRAM + "order by t.revoked_at is not null, s.name, a.display_name, t.id";
        return Sql.list(connection, sql, row -> program(row));
    }

    private static Program program(ResultSet row) throws SQLException {
        return new Program(
                row.getLong(1),
                row.getString(2),
                role(row.getString(3)),
                row.getString(4),
                row.getString(5),
                Utc.instant(row, 6),
                Utc.instant(row, 7),
                Utc.someInstant(row, 8),
                Utc.someInstant(row, 9));
    }

    public Optional<String> siteOf(Connection connection, long number) throws SQLException {
        return Sql.first(connection, "select s.code " + OF_PROGRAM + "where t.id = ?", row -> row.getString(1), number);
    }

    /** Empty when it is over, revoked, or nobody's. */
    public Optional<Open> find(Connection connection, byte[] hash, Instant now) throws SQLException {
        var sql = "select t.id, a.id, a.username, a.display_name, a.role, s.code, t.last_used_at " + OF_PROGRAM
                + "where t.token_hash = ? and t.revoked_at is null and t.ends_at > ? and a.disabled_at is null";
        return Sql.first(connection, sql, row -> open(row), hash, Utc.of(now));
    }

    private static Open open(ResultSet row) throws SQLException {
        var caller = new Caller(
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                role(row.getString(5)),
                Optional.of(row.getString(6)));
        return new Open(row.getLong(1), caller, Utc.someInstant(row, 7));
    }

    /** The number of its token; empty when there is no such site. @param username that nobody can type */
    public Optional<Long> add(Connection connection, NewProgram program, String username, byte[] hash, Instant now)
            throws SQLException {
        var account = "insert into account (username, display_name, role, site_id, program, created_at, changed_at) "
                + "select ?, ?, ?, id, true, ?, ? from site where code = ?";
        var role = program.role().name().toLowerCase(Locale.ROOT);
        var time = Utc.of(now);
        if (Sql.update(connection, account, username, program.name(), role, time, time, program.site()) == 0)
            return Optional.empty();
        var token =
                "insert into program_token (account_id, token_hash, made_at, ends_at) values (last_insert_id(), ?, ?, ?)";
        Sql.update(connection, token, hash, time, Utc.of(now.plus(program.life())));
        return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1));
    }

    public void used(Connection connection, long number, Instant now) throws SQLException {
        Sql.update(connection, "update program_token set last_used_at = ? where id = ?", Utc.of(now), number);
    }

    /** False when there is none, or it is revoked already. */
    public boolean revoke(Connection connection, long number, Instant now) throws SQLException {
        var sql = "update program_token set revoked_at = ? where id = ? and revoked_at is null";
        return Sql.update(connection, sql, Utc.of(now), number) == 1;
    }

    /** Whether this is the first request of this number, or the same again. */
    public boolean isSame(Connection connection, UUID request, byte[] content, Instant now) throws SQLException {
        var add = "insert ignore into program_request (request_id, content, at) values (?, ?, ?)";
        Sql.update(connection, add, request.toString(), content, Utc.of(now));
        var find = "select content from program_request where request_id = ?";
        return Sql.first(connection, find, row -> Objects.requireNonNull(row.getBytes(1)), request.toString())
                .filter(known -> MessageDigest.isEqual(known, content))
                .isPresent();
    }

    /** Lets go of requests from before that time. How many. */
    public int forgetRequests(Connection connection, Instant before) throws SQLException {
        return Sql.update(connection, "delete from program_request where at < ?", Utc.of(before));
    }

    private static Role role(String word) {
        return Role.valueOf(word.toUpperCase(Locale.ROOT));
    }
}

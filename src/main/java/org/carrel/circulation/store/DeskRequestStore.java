package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** What was answered to requests, so that none is done twice. */
public final class DeskRequestStore {
    /**
     * A request that was there before.
     *
     * @param account empty: nobody who was signed in
     * @param answer JSON; empty when what it spoke of is forgotten
     */
    public record Known(OptionalLong account, Instant at, Optional<String> answer) {}

    /**
     * Takes the request for this transaction. Waits for another transaction that has the same one. False when it was answered
     * before: then nothing is to be done.
     */
    public boolean claim(Connection connection, UUID request, OptionalLong account, Instant now) throws SQLException {
        var sql = "insert ignore into desk_request (request_id, account_id, at) values (?, ?, ?)";
        return Sql.update(connection, sql, request.toString(), number(account), Utc.of(now)) == 1;
    }

    /** What is kept of an answer. @param loan of which it speaks: it goes when that is forgotten */
    public record Told(String json, OptionalLong loan, OptionalLong patron) {}

    /** Keeps a request and its answer, both at once. Waits like {@link #claim}, and is false like it. */
    public boolean add(Connection connection, UUID request, OptionalLong account, Instant now, Told told)
            throws SQLException {
        var sql = Sql.KEPT_READY
                + "insert ignore into desk_request (request_id, account_id, at, answer, loan_id, patron_id) "
                + "values (?, ?, ?, ?, ?, ?)";
        var id = request.toString();
        var at = Utc.of(now);
        return Sql.update(
                        connection,
                        sql,
                        id,
                        number(account),
                        at,
                        told.json(),
                        number(told.loan()),
                        number(told.patron()))
                == 1;
    }

    /** @param loan of which the answer speaks: it goes when that is forgotten */
    public void answer(Connection connection, UUID request, String answer, OptionalLong loan, OptionalLong patron)
            throws SQLException {
        var sql = "update desk_request set answer = ?, loan_id = ?, patron_id = ? where request_id = ?";
        Sql.update(connection, sql, answer, number(loan), number(patron), request.toString());
    }

    public Optional<Known> find(Connection connection, UUID request) throws SQLException {
        var sql = "select account_id, at, answer from desk_request where request_id = ?";
        return Sql.first(
                connection,
                sql,
                row -> new Known(Utc.someNumber(row, 1), Utc.instant(row, 2), Optional.ofNullable(row.getString(3))),
                request.toString());
    }

    /** The last thing that this account did since then and that can be taken back. */
    public Optional<UUID> lastUndoable(Connection connection, long account, Instant since) throws SQLException {
        var sql = """
                select request_id from desk_request where account_id = ? and at >= ? and loan_id is not null
                  and json_value(answer, '$.act') in ('CHECKED_OUT', 'RENEWED', 'RETURNED')
                order by at desc, request_id desc limit 1
                """;
        return Sql.first(connection, sql, row -> UUID.fromString(row.getString(1)), account, Utc.of(since));
    }

    /** What was answered about this person goes. */
    public void forgetPerson(Connection connection, long patron) throws SQLException {
        Sql.update(connection, "delete from desk_request where patron_id = ?", patron);
    }

    /** Lets go of requests from before that time: nobody sends them again. How many. */
    public int forget(Connection connection, Instant before) throws SQLException {
        return Sql.update(connection, "delete from desk_request where at < ?", Utc.of(before));
    }

    private static @Nullable Long number(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}

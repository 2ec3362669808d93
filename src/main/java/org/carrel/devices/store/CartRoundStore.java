package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.CartRound;
import org.carrel.devices.CartRound.Kind;
import org.carrel.devices.CartRound.Outcome;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** Rounds of scanning in carts. Joins the caller's transaction. */
public final class CartRoundStore {
    private static final String SELECT = "select r.id, r.container_id, r.kind, r.out_id, r.started_at, a.display_name "
            + "from container_round r left join account a on a.id = r.started_by ";

    public Optional<CartRound> open(Connection connection, long container) throws SQLException {
        return first(connection, "where r.open_container = ?", container);
    }

    /** The same, and nobody else scans or closes it until the transaction ends. */
    public Optional<CartRound> lockOpen(Connection connection, long container) throws SQLException {
        var sql = "select id from container_round where open_container = ? for update";
        Sql.first(connection, sql, row -> row.getLong(1), container);
        return open(connection, container);
    }

    /** The one that was closed last. */
    public Optional<CartRound> lastClosed(Connection connection, long container) throws SQLException {
        return first(
                connection,
                "where r.id = (select max(id) from container_round where container_id = ? and closed_at is not null)",
                container);
    }

    private Optional<CartRound> first(Connection connection, String where, long number) throws SQLException {
        var found = Sql.first(connection, SELECT + where, CartRoundStore::round, number);
        if (found.isEmpty()) return found;
        var round = found.get();
        return Optional.of(new CartRound(
                round.id(),
                round.container(),
                round.kind(),
                round.out(),
                round.started(),
                round.startedBy(),
                lines(connection, round.id())));
    }

    private static CartRound round(ResultSet row) throws SQLException {
        return new CartRound(
                row.getLong(1),
                row.getLong(2),
                Words.constant(Kind.class, row.getString(3)),
                Utc.someNumber(row, 4),
                Utc.instant(row, 5),
                Words.orEmpty(row.getString(6)),
                List.of());
    }

    private static List<CartRound.Line> lines(Connection connection, long round) throws SQLException {
        var sql = """
                select x.outcome, x.device_id, if(x.device_id is null, x.scanned, coalesce(d.asset_tag, d.serial)),
                    coalesce(concat(coalesce(k.asset_tag, k.serial), ' · ', c.slot), ''), x.at
                from container_round_scan x left join device_record d on d.id = x.device_id
                left join container_slot c on c.device_id = x.device_id left join device_record k on k.id = c.container_id
                where x.round_id = ? order by x.id desc
                """;
        return Sql.list(
                connection,
                sql,
                row -> new CartRound.Line(
                        Words.constant(Outcome.class, row.getString(1)),
                        Utc.someNumber(row, 2),
                        Words.orEmpty(row.getString(3)),
                        row.getString(4),
                        Utc.instant(row, 5)),
                round);
    }

    /** @param out of a cart that comes in */
    public record Start(long container, Kind kind, OptionalLong out, UUID request, Instant at, OptionalLong account) {}

    public void start(Connection connection, Start start) throws SQLException {
        var sql = "insert into container_round (container_id, kind, out_id, request_id, started_at, started_by) "
                + "values (?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                start.container(),
                Words.of(start.kind()),
                orNull(start.out()),
                start.request().toString(),
                Utc.of(start.at()),
                orNull(start.account()));
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }

    /** @param device empty: nobody knows it */
    public record Seen(
            long round, UUID request, OptionalLong device, String text, Outcome outcome, Instant at, long account) {}

    public void add(Connection connection, Seen seen) throws SQLException {
        var sql =
                "insert into container_round_scan (round_id, request_id, device_id, scanned, outcome, at, account_id) "
                        + "values (?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                seen.round(),
                seen.request().toString(),
                orNull(seen.device()),
                seen.device().isPresent() ? "" : Words.cut(seen.text(), 64),
                Words.of(seen.outcome()),
                Utc.of(seen.at()),
                seen.account());
    }

    /** What a request was answered; empty when it was none of a round. */
    public Optional<Outcome> outcome(Connection connection, UUID request) throws SQLException {
        var sql = "select outcome from container_round_scan where request_id = ?";
        return Sql.first(connection, sql, row -> Words.constant(Outcome.class, row.getString(1)), request.toString());
    }

    /** @param way counted, scanned or given_up */
    public void close(Connection connection, long id, String way, OptionalLong account, Instant now)
            throws SQLException {
        var sql = "update container_round set closed_at = ?, closed_by = ?, way = ? where id = ? and closed_at is null";
        Sql.update(connection, sql, Utc.of(now), orNull(account), way, id);
    }

    /** Whoever took the cart back has undone that. */
    public void undo(Connection connection, UUID request, long container, Instant now) throws SQLException {
        var sql =
                "update container_round set closed_at = ?, way = 'given_up' where request_id = ? and open_container = ?";
        Sql.update(connection, sql, Utc.of(now), request.toString(), container);
    }
}

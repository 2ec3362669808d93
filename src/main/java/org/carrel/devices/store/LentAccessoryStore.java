package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.LentAccessory;
import org.carrel.devices.LentAccessory.Cause;
import org.carrel.devices.LentAccessory.State;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** What has no barcode and is out with devices, or owed. */
public final class LentAccessoryStore {
    private static final String SELECT = """
            select a.id, a.device_id, d.item_id, coalesce(d.asset_tag, nullif(d.serial, ''), concat('#', d.id)), a.type_id,
                   y.name, a.number, exists (select 1 from lent_accessory b where b.type_id = a.type_id and b.id <> a.id
                       and b.device_id = a.device_id and b.loan_id <=> a.loan_id and b.assignment_id <=> a.assignment_id),
                   y.price_cents, a.site_id, s.code, a.state, a.counted, a.since, a.loan_id, a.assignment_id, a.patron_id,
                   a.charge_request
            from lent_accessory a
            join device_record d on d.id = a.device_id
            join accessory_type y on y.id = a.type_id
            join site s on s.id = a.site_id
            """;

    private static LentAccessory accessory(ResultSet row) throws SQLException {
        return new LentAccessory(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getInt(7),
                row.getBoolean(8),
                Words.number(row, 9),
                row.getInt(10),
                row.getString(11),
                Words.constant(State.class, row.getString(12)),
                row.getBoolean(13),
                Utc.instant(row, 14),
                new Cause(Words.someLong(row, 15), Words.someLong(row, 16)),
                Words.someLong(row, 17),
                Optional.ofNullable(row.getString(18)).map(UUID::fromString));
    }

    /** In the order of their names. */
    public List<LentAccessory> of(Connection connection, Cause cause) throws SQLException {
        var sql = SELECT + " where a.loan_id <=> ? and a.assignment_id <=> ? order by y.name, a.number";
        return Sql.list(
                connection,
                sql,
                LentAccessoryStore::accessory,
                Words.orNull(cause.loan()),
                Words.orNull(cause.assignment()));
    }

    public Optional<LentAccessory> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + " where a.id = ?", LentAccessoryStore::accessory, id);
    }

    /** Nobody else changes it until the transaction ends; the device's item is locked before. */
    public Optional<LentAccessory> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from lent_accessory where id = ? for update", row -> row.getLong(1), id);
        return find(connection, id);
    }

    /** What is owed to sites within reach, the oldest first. @param site code; empty for all */
    public List<LentAccessory> owed(Connection connection, String site, int most) throws SQLException {
        var sql = SELECT + " where a.state = 'owed' and (? = '' or s.code = ?) order by a.since, a.id limit ?";
        return Sql.list(connection, sql, LentAccessoryStore::accessory, site, site, most);
    }

    public List<LentAccessory> owedBy(Connection connection, long patron) throws SQLException {
        var sql = SELECT + " where a.patron_id = ? order by a.since, a.id";
        return Sql.list(connection, sql, LentAccessoryStore::accessory, patron);
    }

    public void add(Connection connection, New wish, Cause cause, State state, boolean counted, Instant now)
            throws SQLException {
        var sql =
                "insert into lent_accessory (device_id, type_id, site_id, number, loan_id, assignment_id, state, counted, since) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Sql.update(
                connection,
                sql,
                wish.device(),
                wish.type(),
                wish.site(),
                wish.number(),
                Words.orNull(cause.loan()),
                Words.orNull(cause.assignment()),
                Words.of(state),
                counted,
                Utc.of(now));
    }

    /** One thing that is to go out. */
    public record New(long device, int type, int site, int number) {}

    /** @param patron who owes it, for {@link State#OWED} alone */
    public void set(Connection connection, long id, State state, boolean counted, OptionalLong patron, Instant now)
            throws SQLException {
        var sql =
                "update lent_accessory set state = ?, counted = ?, patron_id = ?, since = ?, charge_request = null where id = ?";
        Sql.update(connection, sql, Words.of(state), counted, Words.orNull(patron), Utc.of(now), id);
    }

    public void charged(Connection connection, long id, UUID request) throws SQLException {
        Sql.update(connection, "update lent_accessory set charge_request = ? where id = ?", request.toString(), id);
    }

    /** What the accessory went out with, as it is now. @param patron whose it was; empty: forgotten, or a room's */
    public record Out(boolean open, OptionalLong patron) {}

    public Optional<Out> cause(Connection connection, Cause cause) throws SQLException {
        var sql = cause.loan().isPresent()
                ? "select ended is null, patron_id from loan where id = ?"
                : "select ended_at is null, patron_id from device_assignment where id = ?";
        var id = cause.loan().orElseGet(() -> cause.assignment().orElseThrow());
        return Sql.first(connection, sql, row -> new Out(row.getBoolean(1), Words.someLong(row, 2)), id);
    }

    /** What is owed by one person is owed by the other from now on: the numbers of it. */
    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var ids = Sql.list(
                connection,
                "select id from lent_accessory where patron_id = ? order by id for update",
                row -> row.getLong(1),
                from);
        Sql.update(connection, "update lent_accessory set patron_id = ? where patron_id = ?", to, from);
        return ids;
    }

    /** Those of these that the first one still owes are the other's again. */
    public List<Long> moveBack(Connection connection, List<Long> ids, long from, long to) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var parameters = new Object[ids.size() + 1];
        parameters[0] = from;
        for (var at = 0; at < ids.size(); at++) parameters[at + 1] = ids.get(at);
        var still = Sql.list(
                connection,
                "select id from lent_accessory where patron_id = ? and id in (" + Sql.marks(ids.size())
                        + ") for update",
                row -> row.getLong(1),
                parameters);
        for (var id : still) Sql.update(connection, "update lent_accessory set patron_id = ? where id = ?", to, id);
        return still;
    }

    /** How many things each of these people owes; who owes none is left out. */
    public Map<Long, Integer> counts(Connection connection, Collection<Long> people) throws SQLException {
        if (people.isEmpty()) return Map.of();
        var sql = "select patron_id, count(*) from lent_accessory where patron_id in (" + Sql.marks(people.size())
                + ") group by patron_id";
        var counts = new HashMap<Long, Integer>();
        Sql.list(connection, sql, row -> counts.put(row.getLong(1), row.getInt(2)), people.toArray());
        return counts;
    }
}

package org.carrel.devices.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.devices.CartOut;
import org.carrel.devices.CartSlot;
import org.carrel.devices.OwedThing;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** Carts that somebody has, and what became of what was in them. Joins the caller's transaction. */
public final class CartOutStore {
    private static final String SELECT = """
            select u.id, u.container_id, coalesce(d.asset_tag, d.serial), u.patron_id, u.way, u.out_at, l.id, l.due_at, u.accepted
            from container_out u join device_record d on d.id = u.container_id
            left join loan l on l.id = u.loan_id and l.ended is null
            """;

    /** The cart that is out, or whose return is not closed. */
    public Optional<CartOut> open(Connection connection, long container) throws SQLException {
        return first(connection, " where u.open_container = ?", container);
    }

    public Optional<CartOut> find(Connection connection, long id) throws SQLException {
        return first(connection, " where u.id = ?", id);
    }

    /** The same, and nobody else closes it until the transaction ends. */
    public Optional<CartOut> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from container_out where id = ? for update", row -> row.getLong(1), id);
        return find(connection, id);
    }

    /** What this person has now, the latest first. */
    public List<CartOut> ofPatron(Connection connection, long patron) throws SQLException {
        var outs = Sql.list(
                connection,
                SELECT + " where u.patron_id = ? and u.ended_at is null and l.id is not null order by u.id desc",
                CartOutStore::out,
                patron);
        var full = new ArrayList<CartOut>();
        for (var out : outs) full.add(with(connection, out));
        return full;
    }

    private Optional<CartOut> first(Connection connection, String where, long number) throws SQLException {
        var out = Sql.first(connection, SELECT + where, CartOutStore::out, number);
        return out.isEmpty() ? out : Optional.of(with(connection, out.get()));
    }

    private static CartOut with(Connection connection, CartOut out) throws SQLException {
        var sql = "select o.device_id, coalesce(d.asset_tag, d.serial), o.slot, o.state from container_out_item o "
                + "join device_record d on d.id = o.device_id where o.out_id = ? order by o.position";
        var items = Sql.list(
                connection,
                sql,
                row -> new CartOut.Item(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Words.constant(CartOut.State.class, row.getString(4))),
                out.id());
        return new CartOut(
                out.id(),
                out.container(),
                out.name(),
                out.patron(),
                out.way(),
                out.since(),
                out.onLoan(),
                out.due(),
                out.accepted(),
                items);
    }

    private static CartOut out(ResultSet row) throws SQLException {
        var loan = Utc.someNumber(row, 7);
        return new CartOut(
                row.getLong(1),
                row.getLong(2),
                Words.orEmpty(row.getString(3)),
                Utc.someNumber(row, 4),
                Words.constant(CartOut.Way.class, row.getString(5)),
                Utc.instant(row, 6),
                loan.isPresent(),
                Utc.someInstant(row, 8),
                Words.number(row, 9),
                List.of());
    }

    /** Who has taken what, when, by which request. @param account of staff; empty: a job */
    public record Taken(long container, long loan, long patron, UUID request, Instant at, OptionalLong account) {}

    public long add(Connection connection, Taken taken, List<CartSlot> going) throws SQLException {
        var sql = "insert into container_out (container_id, loan_id, patron_id, request_id, out_at, out_by) "
                + "values (?, ?, ?, ?, ?, ?) returning id";
        var account = taken.account().isPresent() ? taken.account().getAsLong() : null;
        var id = Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        taken.container(),
                        taken.loan(),
                        taken.patron(),
                        taken.request().toString(),
                        Utc.of(taken.at()),
                        account)
                .orElseThrow();
        var item =
                "insert into container_out_item (out_id, device_id, slot, position, state, state_at) values (?, ?, ?, ?, 'out', ?)";
        for (var slot : going) {
            var device = slot.device().orElseThrow().id();
            Sql.update(connection, item, id, device, slot.slot(), slot.position(), Utc.of(taken.at()));
        }
        return id;
    }

    public void setWay(Connection connection, long id, CartOut.Way way) throws SQLException {
        Sql.update(connection, "update container_out set way = ? where id = ?", Words.of(way), id);
    }

    /** They were not there when the cart was handed over. */
    public void absent(Connection connection, long id, Collection<Long> devices) throws SQLException {
        for (var device : devices)
            Sql.update(
                    connection,
                    "update container_out_item set state = 'absent' where out_id = ? and device_id = ?",
                    id,
                    device);
    }

    /** A device that is out with a cart, or owed. */
    public record Away(long out, long container, String name, String slot, boolean owed) {
        public String told() {
            return name + " · " + slot;
        }
    }

    public Optional<Away> away(Connection connection, long device) throws SQLException {
        var sql =
                "select o.out_id, u.container_id, coalesce(d.asset_tag, d.serial), o.slot, o.state from container_out_item o "
                        + "join container_out u on u.id = o.out_id join device_record d on d.id = u.container_id "
                        + "where o.open_device = ? for update";
        return Sql.first(
                connection,
                sql,
                row -> new Away(
                        row.getLong(1),
                        row.getLong(2),
                        Words.orEmpty(row.getString(3)),
                        row.getString(4),
                        "owed".equals(row.getString(5))),
                device);
    }

    /** From now on it is no more with the cart. @param request by which that can be undone */
    public void end(
            Connection connection, long out, long device, CartOut.State state, @Nullable UUID request, Instant now)
            throws SQLException {
        var sql =
                "update container_out_item set was = if(state = 'owed', 'owed', 'out'), state = ?, state_at = ?, state_request = ? "
                        + "where out_id = ? and device_id = ? and open_device is not null";
        Sql.update(connection, sql, Words.of(state), Utc.of(now), orNull(request), out, device);
    }

    private static @Nullable String orNull(@Nullable UUID request) {
        return request == null ? null : request.toString();
    }

    public void owe(Connection connection, long out, long device, Instant now) throws SQLException {
        var sql =
                "update container_out_item set state = 'owed', state_at = ?, owed_at = ?, state_request = null, was = null "
                        + "where out_id = ? and device_id = ? and state = 'out'";
        Sql.update(connection, sql, Utc.of(now), Utc.of(now), out, device);
    }

    /** What this request has brought back or lent is with its cart again. */
    public void undo(Connection connection, UUID request, long device) throws SQLException {
        var again = Sql.first(
                connection, "select 1 from container_out_item where open_device = ? for update", row -> true, device);
        if (again.isPresent()) return;
        var sql =
                "update container_out_item set state = if(was = 'owed', 'owed', 'out'), was = null, state_request = null "
                        + "where state_request = ? and device_id = ? and was is not null";
        Sql.update(connection, sql, request.toString(), device);
    }

    public void close(Connection connection, long out, Instant now) throws SQLException {
        var sql = "update container_out set ended_at = ?, ended_why = 'returned' where id = ? and ended_at is null";
        Sql.update(connection, sql, Utc.of(now), out);
    }

    /** The cart is with whoever had it, as its loan is. */
    public void reopen(Connection connection, long loan) throws SQLException {
        var sql = "update container_out u join loan l on l.id = u.loan_id and l.ended is null "
                + "set u.ended_at = null, u.ended_why = null, u.patron_id = l.patron_id where u.loan_id = ? and u.ended_why = 'returned'";
        Sql.update(connection, sql, loan);
    }

    /** It was never handed over. False when this request has lent no cart. */
    public boolean undoLent(Connection connection, UUID request, long container, Instant now) throws SQLException {
        var id = Sql.first(
                connection,
                "select id from container_out where request_id = ? and open_container = ? for update",
                row -> row.getLong(1),
                request.toString(),
                container);
        if (id.isEmpty()) return false;
        Sql.update(
                connection,
                "update container_out_item set state = 'undone', state_at = ? where out_id = ? and state in ('out', 'absent')",
                Utc.of(now),
                id.get());
        Sql.update(
                connection,
                "update container_out set ended_at = ?, ended_why = 'undone', patron_id = null where id = ?",
                Utc.of(now),
                id.get());
        return true;
    }

    /** Who has it has counted so many. False when it is not theirs, or back. */
    public boolean accept(Connection connection, long id, long patron, int number, Instant now) throws SQLException {
        var sql = "update container_out u join loan l on l.id = u.loan_id and l.ended is null "
                + "set u.accepted = ?, u.accepted_at = ? where u.id = ? and u.patron_id = ? and u.ended_at is null";
        return Sql.update(connection, sql, number, Utc.of(now), id, patron) > 0;
    }

    private static final String OWED = """
            select * from (
                select u.container_id, coalesce(k.asset_tag, k.serial) cart, o.device_id, null part, coalesce(d.asset_tag, d.serial) name,
                    o.slot, u.patron_id, o.owed_at, o.missing_at, s.code
                from container_out_item o join container_out u on u.id = o.out_id join device_record k on k.id = u.container_id
                join item i on i.id = k.item_id join site s on s.id = i.site_id join device_record d on d.id = o.device_id
                where o.state = 'owed'
                union all
                select u.container_id, coalesce(k.asset_tag, k.serial), null, p.id,
                    if(p.quantity = 1, t.name, concat(p.quantity, ' × ', t.name)), '', u.patron_id, p.owed_at, null, s.code
                from kit_part_owed p join container_out u on u.id = p.out_id join device_record k on k.id = u.container_id
                join item i on i.id = k.item_id join site s on s.id = i.site_id join kit_part t on t.id = p.part_id
                where p.settled_at is null) owed
            """;

    /** The longest owed first. @param site code; empty for all */
    public List<OwedThing> owed(Connection connection, String site) throws SQLException {
        var sql = OWED + " where ? = '' or code = ? order by owed_at, cart, name";
        return Sql.list(connection, sql, CartOutStore::owed, site, site);
    }

    public List<OwedThing> owedOf(Connection connection, long container) throws SQLException {
        return Sql.list(
                connection, OWED + " where container_id = ? order by owed_at, name", CartOutStore::owed, container);
    }

    private static OwedThing owed(ResultSet row) throws SQLException {
        return new OwedThing(
                row.getLong(1),
                Words.orEmpty(row.getString(2)),
                Utc.someNumber(row, 3),
                Utc.someNumber(row, 4),
                Words.orEmpty(row.getString(5)),
                row.getString(6),
                Utc.someNumber(row, 7),
                Utc.instant(row, 8),
                Utc.someInstant(row, 9));
    }

    /** Devices that have been owed since before then, and are still looked for. */
    public List<Long> owedSince(Connection connection, Instant before) throws SQLException {
        var sql = "select device_id from container_out_item where open_device is not null and state = 'owed' "
                + "and missing_at is null and owed_at < ? order by device_id";
        return Sql.list(connection, sql, row -> row.getLong(1), Utc.of(before));
    }

    /** False when it has come in the meantime. */
    public boolean giveUp(Connection connection, long device, Instant now) throws SQLException {
        var sql =
                "update container_out_item set missing_at = ? where open_device = ? and state = 'owed' and missing_at is null";
        return Sql.update(connection, sql, Utc.of(now), device) > 0;
    }

    private static final String NOTHING_OWED = "u.patron_id is not null and u.ended_at is not null "
            + "and not exists (select 1 from container_out_item o where o.out_id = u.id and (o.state = 'owed' or o.state_at > ?)) "
            + "and not exists (select 1 from kit_part_owed p where p.out_id = u.id and p.settled_at is null)";

    /** Whoever has brought back everything need not be known any more. @param before until then something could be undone */
    public int forget(Connection connection, Instant before) throws SQLException {
        var sql = "update container_out u set u.patron_id = null where u.ended_at < ? and " + NOTHING_OWED;
        return Sql.update(connection, sql, Utc.of(before), Utc.of(before));
    }

    public boolean isWith(Connection connection, long patron) throws SQLException {
        var sql = "select 1 from container_out u where u.patron_id = ? and (u.ended_at is null "
                + "or exists (select 1 from container_out_item o where o.out_id = u.id and o.state = 'owed') "
                + "or exists (select 1 from kit_part_owed p where p.out_id = u.id and p.settled_at is null)) limit 1";
        return Sql.first(connection, sql, row -> true, patron).isPresent();
    }

    public void forget(Connection connection, long patron) throws SQLException {
        Sql.update(connection, "update container_out set patron_id = null where patron_id = ?", patron);
    }

    /** How many things of carts each of them owes: number of the person, number of things. */
    public List<long[]> owedBy(Connection connection, Collection<Long> people) throws SQLException {
        if (people.isEmpty()) return List.of();
        var sql = "select patron_id, count(*) from (" + OWED + ") all_owed where patron_id in ("
                + Sql.marks(people.size()) + ") group by patron_id";
        return Sql.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)}, people.toArray());
    }

    public List<Long> move(Connection connection, long from, long to) throws SQLException {
        var sql = "select id from container_out where patron_id = ? order by id for update";
        var ids = Sql.list(connection, sql, row -> row.getLong(1), from);
        move(connection, ids, from, to);
        return ids;
    }

    /** Those that are still the first one's. */
    public List<Long> move(Connection connection, Collection<Long> ids, long from, long to) throws SQLException {
        var moved = new ArrayList<Long>();
        for (var id : ids) {
            var sql = "update container_out set patron_id = ? where id = ? and patron_id = ?";
            if (Sql.update(connection, sql, to, id, from) > 0) moved.add(id);
        }
        return moved;
    }
}

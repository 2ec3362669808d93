package org.carrel.shelfwork.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carrel.catalog.ItemCondition;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.shelfwork.ShelfCopy;
import org.carrel.shelfwork.ShelfHistory;
import org.carrel.shelfwork.ShelfInventory;
import org.carrel.shelfwork.ShelfLine;
import org.carrel.shelfwork.ShelfOutcome;
import org.jspecify.annotations.Nullable;

/** Inventories of shelves, their scans and what came of them. */
public final class ShelfInventoryStore {
    private static final String SELECT = """
            select n.id, p.id, p.code, p.name, coalesce(w.id, 0), coalesce(w.name, ''), n.from_label, n.to_label, n.state, n.started_at,
                   coalesce(f.display_name, ''), n.closed_at, coalesce(e.display_name, '')
            """;
    private static final String FROM = """
            from shelf_inventory n
            join site p on p.id = n.site_id
            left join shelf_location w on w.id = n.shelf_location_id
            left join account f on f.id = n.started_by
            left join account e on e.id = n.closed_by
            """;

    private static ShelfInventory inventory(ResultSet row) throws SQLException {
        return new ShelfInventory(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                Words.constant(ShelfInventory.State.class, row.getString(9)),
                Utc.instant(row, 10),
                row.getString(11),
                Utc.someInstant(row, 12),
                row.getString(13));
    }

    public Optional<ShelfInventory> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + FROM + "where n.id = ?", ShelfInventoryStore::inventory, id);
    }

    /** Nobody scans or closes it until the transaction ends. */
    public Optional<ShelfInventory> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from shelf_inventory where id = ? for update", row -> true, id);
        return find(connection, id);
    }

    /** Begins one, or finds the one that is open for the place. @return its number, negative when it was open already */
    public long begin(Connection connection, int site, int location, String from, String to, Instant now, long account)
            throws SQLException {
        var sql = "insert ignore into shelf_inventory (site_id, shelf_location_id, from_label, to_label, started_at, "
                + "started_by) values (?, ?, ?, ?, ?, ?)";
        var place = location == 0 ? null : Integer.valueOf(location);
        var added = Sql.update(connection, sql, site, place, from, to, Utc.of(now), account);
        if (added > 0)
            return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                    .orElseThrow();
        var open = "select id from shelf_inventory where open_place = concat(?, ':', ?, ':', ?, ':', ?)";
        return -Sql.first(connection, open, row -> row.getLong(1), site, location, from, to)
                .orElseThrow();
    }

    /** The latest first. @param site code; empty for all */
    public List<ShelfHistory> history(Connection connection, String site, int from, int most) throws SQLException {
        var sql = SELECT + """
                , (select count(*) from shelf_scan c where c.inventory_id = n.id and c.item_id is not null),
                  (select count(*) from shelf_line x where x.inventory_id = n.id and x.outcome = 'missing'),
                  (select count(*) from shelf_line x where x.inventory_id = n.id
                      and x.outcome not in ('missing', 'elsewhere', 'fine', 'no_call_number'))
                """ + FROM + "where (? = '' or p.code = ?) order by n.id desc limit ? offset ?";
        return Sql.list(
                connection,
                sql,
                row -> new ShelfHistory(inventory(row), row.getInt(14), row.getInt(15), row.getInt(16)),
                site,
                site,
                most,
                from);
    }

    public long count(Connection connection, String site) throws SQLException {
        var sql = "select count(*) from shelf_inventory n join site p on p.id = n.site_id where ? = '' or p.code = ?";
        return Sql.first(connection, sql, row -> row.getLong(1), site, site).orElse(0L);
    }

    /** A scan as it is stored. @param settled what it was set right from */
    public record Scan(long id, long item, String code, Optional<ShelfOutcome> settled) {}

    private static Scan scan(ResultSet row) throws SQLException {
        return new Scan(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                Optional.ofNullable(row.getString(4)).map(word -> Words.constant(ShelfOutcome.class, word)));
    }

    private static final String SCAN = "select id, coalesce(item_id, 0), code, settled from shelf_scan ";

    public Optional<Scan> scanOf(Connection connection, long inventory, long item) throws SQLException {
        return Sql.first(
                connection,
                SCAN + "where inventory_id = ? and item_id = ?",
                ShelfInventoryStore::scan,
                inventory,
                item);
    }

    public Optional<Scan> scan(Connection connection, long inventory, long scan) throws SQLException {
        return Sql.first(
                connection, SCAN + "where inventory_id = ? and id = ?", ShelfInventoryStore::scan, inventory, scan);
    }

    public boolean isKnown(Connection connection, UUID request) throws SQLException {
        return Sql.first(connection, "select 1 from shelf_scan where request_id = ?", row -> true, request.toString())
                .isPresent();
    }

    /** The inventory must be locked. @param item empty: nobody knows the code @return its number */
    public long add(
            Connection connection,
            long inventory,
            Optional<Long> item,
            String code,
            int bay,
            UUID request,
            Instant now,
            long account)
            throws SQLException {
        var sql = "insert into shelf_scan (inventory_id, item_id, code, at, account_id, bay, request_id) "
                + "values (?, ?, ?, ?, ?, ?, ?) returning id";
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        inventory,
                        item.orElse(null),
                        code,
                        Utc.of(now),
                        account,
                        bay,
                        request.toString())
                .orElseThrow();
    }

    public int scanned(Connection connection, long inventory) throws SQLException {
        var sql = "select count(*) from shelf_scan where inventory_id = ? and item_id is not null";
        return Sql.first(connection, sql, row -> row.getInt(1), inventory).orElse(0);
    }

    public List<String> unknown(Connection connection, long inventory) throws SQLException {
        var sql =
                "select code from shelf_scan where inventory_id = ? and item_id is null group by code order by min(id)";
        return Sql.list(connection, sql, row -> row.getString(1), inventory);
    }

    /** The bay at which an account has scanned last; 1 when it has not. */
    public int lastBay(Connection connection, long inventory, long account) throws SQLException {
        var sql = "select bay from shelf_scan where inventory_id = ? and account_id = ? order by id desc limit 1";
        return Sql.first(connection, sql, row -> row.getInt(1), inventory, account)
                .orElse(1);
    }

    /** The highest bay that an account has had; 0 for none. */
    public int highestBay(Connection connection, long inventory, long account) throws SQLException {
        var sql = "select max(bay) from shelf_scan where inventory_id = ? and account_id = ?";
        return Sql.first(connection, sql, row -> row.getInt(1), inventory, account)
                .orElse(0);
    }

    /** Takes the last scan of an account back. The inventory must be locked. @return its code; empty when there is none */
    public Optional<String> removeLast(Connection connection, long inventory, long account) throws SQLException {
        var sql = SCAN + "where inventory_id = ? and account_id = ? order by id desc limit 1";
        var last = Sql.first(connection, sql, ShelfInventoryStore::scan, inventory, account);
        if (last.isEmpty()) return Optional.empty();
        Sql.update(connection, "delete from shelf_scan where id = ?", last.get().id());
        return Optional.of(last.get().code());
    }

    public void settle(Connection connection, long scan, ShelfOutcome from) throws SQLException {
        Sql.update(connection, "update shelf_scan set settled = ? where id = ?", Words.of(from), scan);
    }

    /**
     * A copy where it was scanned.
     *
     * @param run who scanned, and at which bay: what was scanned in a row
     */
    public record Seen(long scan, String run, ShelfCopy copy, Optional<ShelfOutcome> settled) {}

    private static Seen seen(ResultSet row) throws SQLException {
        return new Seen(
                row.getLong(17),
                row.getString(18),
                ShelfCopyStore.copy(row),
                Optional.ofNullable(row.getString(19)).map(word -> Words.constant(ShelfOutcome.class, word)));
    }

    private static final String SEEN = "select " + ShelfCopyStore.COLUMNS
            + ", c.id, concat(c.account_id, '/', c.bay), c.settled from shelf_scan c join item i on i.id = c.item_id "
            + ShelfCopyStore.TABLES + "where c.inventory_id = ? ";

    /** Everything that was scanned and is known, by who scanned it where, and then in its order. */
    public List<Seen> seen(Connection connection, long inventory) throws SQLException {
        return Sql.list(connection, SEEN + "order by c.account_id, c.bay, c.id", ShelfInventoryStore::seen, inventory);
    }

    /** What one account has scanned last at one bay, in its order. */
    public List<Seen> lastSeen(Connection connection, long inventory, long account, int bay, int most)
            throws SQLException {
        return Sql.list(
                        connection,
                        SEEN + "and c.account_id = ? and c.bay = ? order by c.id desc limit ?",
                        ShelfInventoryStore::seen,
                        inventory,
                        account,
                        bay,
                        most)
                .reversed();
    }

    public void close(
            Connection connection, long inventory, ShelfInventory.State state, Instant now, long account, UUID request)
            throws SQLException {
        var sql = "update shelf_inventory set state = ?, closed_at = ?, closed_by = ?, closed_request = ? where id = ?";
        Sql.update(connection, sql, Words.of(state), Utc.of(now), account, request.toString(), inventory);
    }

    /** Whether this very form closed it. */
    public boolean isClosedBy(Connection connection, long inventory, UUID request) throws SQLException {
        var sql = "select 1 from shelf_inventory where id = ? and closed_request = ?";
        return Sql.first(connection, sql, row -> true, inventory, request.toString())
                .isPresent();
    }

    /** Opens a closed one again. False when another one of its place is open. */
    public boolean reopen(Connection connection, long inventory) throws SQLException {
        var sql = "update ignore shelf_inventory set state = 'open', closed_at = null, closed_by = null, "
                + "closed_request = null where id = ?";
        return Sql.update(connection, sql, inventory) > 0;
    }

    public void removeLines(Connection connection, long inventory) throws SQLException {
        Sql.update(connection, "delete from shelf_line where inventory_id = ?", inventory);
    }

    public void write(Connection connection, long inventory, Collection<ShelfLine> lines) throws SQLException {
        var sql = "insert into shelf_line (inventory_id, item_id, outcome, expected, settled, condition_before) "
                + "values (?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, lines, (statement, line) -> {
            statement.setLong(1, inventory);
            statement.setLong(2, line.copy().id());
            statement.setString(3, Words.of(line.outcome()));
            statement.setBoolean(4, line.expected());
            statement.setBoolean(5, line.settled());
            statement.setString(6, before(line));
        });
    }

    private static @Nullable String before(ShelfLine line) {
        if (line.outcome() != ShelfOutcome.MISSING || !line.settled()) return null;
        return Words.of(line.copy().condition());
    }

    /** What was written, in the order of the shelf. */
    public List<ShelfLine> lines(Connection connection, long inventory) throws SQLException {
        var sql = "select " + ShelfCopyStore.COLUMNS
                + ", x.outcome, x.expected, x.settled, x.condition_before from shelf_line x join item i on i.id ="
                + " x.item_id "
                + ShelfCopyStore.TABLES + "where x.inventory_id = ? order by i.shelf_key, i.id";
        return Sql.list(
                connection,
                sql,
                row -> {
                    var copy = ShelfCopyStore.copy(row);
                    var marked = row.getString(20) != null;
                    return new ShelfLine(
                            copy,
                            Words.constant(ShelfOutcome.class, row.getString(17)),
                            row.getBoolean(18),
                            row.getBoolean(19),
                            marked && copy.condition() != ItemCondition.MISSING && !copy.withdrawn());
                },
                inventory);
    }

    /** Copies that an inventory marked as missing, by what they were before. */
    public List<Long> marked(Connection connection, long inventory, ItemCondition before) throws SQLException {
        var sql = "select item_id from shelf_line where inventory_id = ? and condition_before = ? order by item_id";
        return Sql.list(connection, sql, row -> row.getLong(1), inventory, Words.of(before));
    }

    /** Those of them that still are missing. */
    public List<Long> stillMissing(Connection connection, long inventory, ItemCondition before) throws SQLException {
        var sql = "select x.item_id from shelf_line x join item i on i.id = x.item_id where x.inventory_id = ? "
                + "and x.condition_before = ? and i.item_condition = 'missing' order by x.item_id";
        return Sql.list(connection, sql, row -> row.getLong(1), inventory, Words.of(before));
    }
}

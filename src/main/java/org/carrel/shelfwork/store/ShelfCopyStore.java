package org.carrel.shelfwork.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ShelfOrder.Span;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.shelfwork.ShelfCopy;
import org.carrel.shelfwork.ShelfCopy.Where;

/** Copies as an inventory sees them, and when each was seen last. */
public final class ShelfCopyStore {
    static final String COLUMNS = """
            i.id, i.bib_id, coalesce(i.barcode, ''), b.title, i.call_prefix, i.call_class, i.call_cutter, i.call_suffix, i.shelf_key,
            i.site_id, s.name, coalesce(i.shelf_location_id, 0), coalesce(l.name, ''), i.item_condition, i.withdrawn_on is not null,
            case when exists (select 1 from loan o where o.open_item = i.id) then 'on_loan'
                 when exists (select 1 from item_in_transfer t where t.item_id = i.id) then 'in_transit'
                 when exists (select 1 from item_held h where h.item_id = i.id) then 'hold_shelf'
                 when exists (select 1 from item_pulled q where q.item_id = i.id) then 'pulled'
                 else 'shelf' end
            """;

    static final String TABLES = """
            join bib_record b on b.id = i.bib_id
            join site s on s.id = i.site_id
            left join shelf_location l on l.id = i.shelf_location_id
            """;

    private static final String SELECT = "select " + COLUMNS + " from item i " + TABLES;

    /** Devices and the like stand on no shelf. */
    static final String LISTED = " not exists (select 1 from bib_unlisted u where u.bib_id = i.bib_id) ";

    private static final String HERE =
            " i.withdrawn_on is null and i.site_id = ? and (? = 0 or i.shelf_location_id = ?) and " + LISTED;

    private static final String ON_SHELF = " and i.item_condition in ('good', 'worn', 'damaged') "
            + "and not exists (select 1 from loan o where o.open_item = i.id) ";

    static ShelfCopy copy(ResultSet row) throws SQLException {
        return new ShelfCopy(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                call(row, 5).text(),
                new String(row.getBytes(9), US_ASCII),
                row.getInt(10),
                row.getString(11),
                row.getInt(12),
                row.getString(13),
                Words.constant(ItemCondition.class, row.getString(14)),
                row.getBoolean(15),
                Words.constant(Where.class, row.getString(16)));
    }

    /** Its four parts from this column on. */
    static CallNumber call(ResultSet row, int column) throws SQLException {
        return new CallNumber(
                row.getString(column), row.getString(column + 1), row.getString(column + 2), row.getString(column + 3));
    }

    /** Empty for what is none, such as a device. */
    public Optional<ShelfCopy> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, SELECT + "where i.id = ? and" + LISTED, ShelfCopyStore::copy, id);
    }

    /** Nobody lends, withdraws or deletes it until the transaction ends. */
    public boolean share(Connection connection, long id) throws SQLException {
        return Sql.first(connection, "select 1 from item where id = ? lock in share mode", row -> true, id)
                .isPresent();
    }

    /**
     * What belongs to a place and was not scanned, in the order of the shelf.
     *
     * @param location 0: whatever the location
     */
    public List<ShelfCopy> unseen(Connection connection, long inventory, int site, int location, Optional<Span> span)
            throws SQLException {
        var sql = SELECT + "where" + HERE
                + "and not exists (select 1 from shelf_scan c where c.inventory_id = ? and c.item_id = i.id) ";
        var order = "order by i.shelf_key, i.id";
        if (span.isEmpty())
            return Sql.list(connection, sql + order, ShelfCopyStore::copy, site, location, location, inventory);
        return Sql.list(
                connection,
                sql + "and i.shelf_key >= ? and i.shelf_key < ? " + order,
                ShelfCopyStore::copy,
                site,
                location,
                location,
                inventory,
                span.get().from().getBytes(US_ASCII),
                span.get().end().getBytes(US_ASCII));
    }

    /** The copy that stands in front of this one if all is right. */
    public Optional<ShelfCopy> before(Connection connection, ShelfCopy copy, int location) throws SQLException {
        return beside(
                connection,
                copy,
                location,
                "and (i.shelf_key, i.id) < (?, ?) order by i.shelf_key desc, i.id desc limit 1");
    }

    /** The one that stands behind it. */
    public Optional<ShelfCopy> after(Connection connection, ShelfCopy copy, int location) throws SQLException {
        return beside(
                connection, copy, location, "and (i.shelf_key, i.id) > (?, ?) order by i.shelf_key, i.id limit 1");
    }

    private static Optional<ShelfCopy> beside(Connection connection, ShelfCopy copy, int location, String side)
            throws SQLException {
        // The first condition lets the server go along the index.
        var along = side.contains("<") ? "and i.shelf_key <= ? " : "and i.shelf_key >= ? ";
        var key = copy.key().getBytes(US_ASCII);
        return Sql.first(
                connection,
                SELECT + "where" + HERE + ON_SHELF + along + side,
                ShelfCopyStore::copy,
                copy.site(),
                location,
                location,
                key,
                key,
                copy.id());
    }

    /** Somebody had it in hand. */
    public void seen(Connection connection, long item, Instant at) throws SQLException {
        var sql = "insert into item_seen (item_id, seen_at) values (?, ?) "
                + "on duplicate key update seen_at = greatest(seen_at, value(seen_at))";
        Sql.update(connection, sql, item, Utc.of(at));
    }

    /** Site and shelf location by number, whether there is one. */
    public Optional<String> location(Connection connection, int site, int location) throws SQLException {
        return Sql.first(
                connection,
                "select name from shelf_location where id = ? and site_id = ?",
                row -> row.getString(1),
                location,
                site);
    }

    /** The records of these copies. */
    public List<Long> bibs(Connection connection, Collection<Long> items) throws SQLException {
        if (items.isEmpty()) return List.of();
        var sql = "select distinct bib_id from item where id in (" + Sql.marks(items.size()) + ")";
        return Sql.list(connection, sql, row -> row.getLong(1), items.toArray());
    }
}

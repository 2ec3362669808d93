package org.carrel.catalog.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.Item;
import org.carrel.catalog.ItemCondition;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** The table of items: the copies that stand on the shelves. */
public final class ItemStore {
    private static final String COPY_COLUMNS = "id, bib_id, site_id, shelf_location_id, item_type_id, barcode, "
            + "call_prefix, call_class, call_cutter, call_suffix, shelf_key, copy_number, volume, price_cents, "
            + "acquired_on, vendor, fund, note, lendable";

    private static final String KEPT_COLUMNS = COPY_COLUMNS.substring("id, ".length()) + ", import_job_id";

    /** To be filled in: which index to take, and which copies. */
    private static final String ITEM = """
            select i.id, i.bib_id, i.barcode, s.code, s.name, l.name, t.name, i.call_prefix, i.call_class,
                   i.call_cutter, i.call_suffix, i.copy_number, i.volume,
                   i.lendable and i.item_condition in ('good', 'worn')
                   and not exists (select 1 from item_on_loan o where o.item_id = i.id)
                   and not exists (select 1 from item_held h where h.item_id = i.id)
                   and not exists (select 1 from item_in_transfer w where w.item_id = i.id)
                   and not exists (select 1 from item_pulled q where q.item_id = i.id)
            from item i force index (%s)
            straight_join site s on s.id = i.site_id
            left join shelf_location l on l.id = i.shelf_location_id
            left join item_type t on t.id = i.item_type_id
            where i.withdrawn_on is null and %s
            order by i.bib_id, s.name, i.shelf_key, i.copy_number, i.id
            """;

    /** Holdings of these records by record, in shelf order, without what was withdrawn. */
    public Map<Long, List<Item>> findByRecord(Connection connection, Collection<Long> bibIds) throws SQLException {
        if (bibIds.isEmpty()) return Map.of();
        // Left alone, the server begins with the only site there is and reads all of its copies.
        var sql = ITEM.formatted("item_bib", "i.bib_id in (" + Sql.marks(bibIds.size()) + ")");
        return Sql.list(connection, sql, ItemStore::item, bibIds.toArray()).stream()
                .collect(Collectors.groupingBy(Item::bibId));
    }

    /** Empty when there is no such copy, or it was withdrawn. */
    public Optional<Item> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, ITEM.formatted("primary", "i.id = ?"), ItemStore::item, id);
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(
                row.getLong(1),
                row.getLong(2),
                orEmpty(row.getString(3)),
                row.getString(4),
                row.getString(5),
                orEmpty(row.getString(6)),
                orEmpty(row.getString(7)),
                new CallNumber(row.getString(8), row.getString(9), row.getString(10), row.getString(11)),
                row.getString(12),
                row.getString(13),
                row.getBoolean(14));
    }

    /**
     * Records whose copies stand beside the first copy of this one in its school, nearest first.
     *
     * @param after those behind it, else those before it
     * @param copies so many copies are looked at; several may be of one record
     */
    public List<Long> findBeside(Connection connection, long bibId, boolean after, int copies) throws SQLException {
        var order = after ? "" : " desc";
        var sql = """
                select i.bib_id
                from (select site_id, shelf_key, id from item where bib_id = ? and withdrawn_on is null
                      order by shelf_key, id limit 1) here
                join item i force index (item_shelf) on i.site_id = here.site_id
                where i.withdrawn_on is null and i.bib_id <> ?
                  and (i.shelf_key %s here.shelf_key or i.shelf_key = here.shelf_key and i.id %s here.id)
                order by i.shelf_key%s, i.id%s limit ?
                """.formatted(after ? ">" : "<", after ? ">" : "<", order, order);
        return Sql.list(connection, sql, row -> row.getLong(1), bibId, bibId, copies);
    }

    /** The copies that hold one of these barcodes, withdrawn ones too. */
    public List<Copy> findByBarcode(Connection connection, Collection<String> barcodes) throws SQLException {
        return find(connection, "barcode", barcodes);
    }

    /** Copies by their numbers, withdrawn ones too; missing ones are left out. */
    public List<Copy> findCopiesById(Connection connection, Collection<Long> ids) throws SQLException {
        return find(connection, "id", ids);
    }

    /** The copies of these records that still need a barcode. */
    public List<Copy> findWithoutBarcode(Connection connection, Collection<Long> bibIds) throws SQLException {
        return find(connection, "barcode is null and bib_id", bibIds);
    }

    /** All copies of these records, withdrawn ones too. */
    public List<Copy> findCopies(Connection connection, Collection<Long> bibIds) throws SQLException {
        return find(connection, "bib_id", bibIds);
    }

    /** Which of these records have a copy, withdrawn or not. */
    public Set<Long> findRecordsWithCopies(Connection connection, Collection<Long> bibIds) throws SQLException {
        if (bibIds.isEmpty()) return Set.of();
        var sql = "select distinct bib_id from item where bib_id in (" + Sql.marks(bibIds.size()) + ")";
        return Set.copyOf(Sql.list(connection, sql, row -> row.getLong(1), bibIds.toArray()));
    }

    /** Barcodes from one to another, both included, as text is ordered; withdrawn copies keep theirs. */
    public List<String> findBarcodes(Connection connection, String from, String to) throws SQLException {
        var sql = "select barcode from item where barcode between ? and ? order by barcode";
        return Sql.list(connection, sql, row -> row.getString(1), from, to);
    }

    private static List<Copy> find(Connection connection, String column, Collection<?> values) throws SQLException {
        if (values.isEmpty()) return List.of();
        var sql = "select " + COPY_COLUMNS + " from item where " + column + " in (" + Sql.marks(values.size()) + ")";
        return Sql.list(connection, sql, ItemStore::copy, values.toArray());
    }

    private static Copy copy(ResultSet row) throws SQLException {
        var acquired = row.getDate(15);
        return new Copy(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                row.getObject(4, Integer.class),
                row.getObject(5, Integer.class),
                row.getString(6),
                new CallNumber(row.getString(7), row.getString(8), row.getString(9), row.getString(10)),
                new String(row.getBytes(11), US_ASCII),
                row.getString(12),
                row.getString(13),
                row.getObject(14, Integer.class),
                acquired == null ? null : acquired.toLocalDate(),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getBoolean(19));
    }

    /** The copy as it was in this version of it. */
    public Optional<Copy> findVersion(Connection connection, long id, int version) throws SQLException {
        var sql = "select item_id, " + COPY_COLUMNS.substring("id, ".length())
                + " from item_version where item_id = ? and version = ?";
        return Sql.first(connection, sql, ItemStore::copy, id, version);
    }

    public List<Long> nextIds(Connection connection, int count) throws SQLException {
        return BibStore.nextIds(connection, "item_id", count);
    }

    /** @param importJobId null when a person adds them */
    public void add(Connection connection, List<Copy> copies, @Nullable Long importJobId) throws SQLException {
        var sql = "insert into item (" + COPY_COLUMNS + ", import_job_id) values (" + Sql.marks(20) + ")";
        Sql.batch(connection, sql, copies, (statement, copy) -> {
            statement.setLong(1, copy.id());
            bind(statement, 2, copy);
            statement.setObject(20, importJobId);
        });
    }

    /** Whether the copy can be used and is still ours; what it was before is kept as an earlier version. */
    public void setUse(
            Connection connection, long id, ItemCondition condition, boolean lendable, Optional<LocalDate> withdrawn)
            throws SQLException {
        keep(connection, List.of(id));
        var sql = "update item set item_condition = ?, lendable = ?, withdrawn_on = ?, version = version + 1, "
                + "updated_at = utc_timestamp(3) where id = ?";
        var word = condition.name().toLowerCase(Locale.ROOT);
        Sql.update(connection, sql, word, lendable, withdrawn.orElse(null), id);
    }

    /** @param day since when they are no longer ours; empty: they are ours again */
    public void withdraw(Connection connection, Collection<Long> ids, Optional<LocalDate> day) throws SQLException {
        for (var some : Parts.of(ids)) {
            keep(connection, some);
            var sql = "update item set withdrawn_on = ?, version = version + 1, updated_at = utc_timestamp(3) where id"
                    + " in ("
                    + Sql.marks(some.size()) + ")";
            var values = new ArrayList<@Nullable Object>();
            values.add(day.orElse(null));
            values.addAll(some);
            Sql.update(connection, sql, values.toArray());
        }
    }

    /**
     * Keeps each copy as an earlier version, then writes what a record states of it; condition, withdrawal and barcode are
     * not the record's to change.
     *
     * @param importJobId null when a person changes it
     */
    public void update(Connection connection, List<Copy> copies, @Nullable Long importJobId) throws SQLException {
        if (copies.isEmpty()) return;
        keep(connection, copies.stream().map(Copy::id).toList());
        var sql = """
                update item set bib_id = ?, site_id = ?, shelf_location_id = ?, item_type_id = ?, barcode = ?,
                    call_prefix = ?, call_class = ?, call_cutter = ?, call_suffix = ?, shelf_key = ?, copy_number = ?,
                    volume = ?, price_cents = ?, acquired_on = ?, vendor = ?, fund = ?, note = ?, lendable = ?,
                    import_job_id = ?, version = version + 1, updated_at = utc_timestamp(3)
                where id = ?
                """;
        Sql.batch(connection, sql, copies, (statement, copy) -> {
            bind(statement, 1, copy);
            statement.setObject(19, importJobId);
            statement.setLong(20, copy.id());
        });
    }

    private static void keep(Connection connection, List<Long> ids) throws SQLException {
        var columns = KEPT_COLUMNS;
        var sql = "insert into item_version (item_id, version, " + columns + ") select id, version, " + columns
                + " from item where id in (" + Sql.marks(ids.size()) + ")";
        Sql.update(connection, sql, ids.toArray());
    }

    private static void bind(PreparedStatement statement, int from, Copy copy) throws SQLException {
        var at = from;
        statement.setLong(at++, copy.bibId());
        statement.setInt(at++, copy.siteId());
        statement.setObject(at++, copy.locationId());
        statement.setObject(at++, copy.itemTypeId());
        statement.setString(at++, copy.barcode());
        statement.setString(at++, copy.callNumber().prefix());
        statement.setString(at++, copy.callNumber().classNumber());
        statement.setString(at++, copy.callNumber().cutter());
        statement.setString(at++, copy.callNumber().suffix());
        statement.setBytes(at++, copy.shelfKey().getBytes(US_ASCII));
        statement.setString(at++, copy.copyNumber());
        statement.setString(at++, copy.volume());
        statement.setObject(at++, copy.priceCents());
        statement.setDate(at++, copy.acquired() == null ? null : Date.valueOf(copy.acquired()));
        statement.setString(at++, copy.vendor());
        statement.setString(at++, copy.fund());
        statement.setString(at++, copy.note());
        statement.setBoolean(at, copy.lendable());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

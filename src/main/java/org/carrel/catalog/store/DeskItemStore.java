package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ItemForLoan;
import org.carrel.catalog.rules.MatchKey;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Copies as desks see them. */
public final class DeskItemStore {
    private static final String ITEM = """
            select i.id, i.bib_id, i.barcode, i.site_id, s.code, s.name, t.code, b.title, i.call_prefix, i.call_class,
                   i.call_cutter, i.call_suffix, l.name, i.item_condition, i.lendable, i.price_cents, i.withdrawn_on
            from item i
            join site s on s.id = i.site_id
            join bib_record b on b.id = i.bib_id
            left join shelf_location l on l.id = i.shelf_location_id
            left join item_type t on t.id = i.item_type_id
            """;

    /** The same columns of item i alone. */
    private static final String ALONE = """
            select i.id, i.bib_id, i.barcode, i.site_id, (select code from site where id = i.site_id),
                   (select name from site where id = i.site_id), (select code from item_type where id = i.item_type_id),
                   (select title from bib_record where id = i.bib_id), i.call_prefix, i.call_class, i.call_cutter,
                   i.call_suffix, (select name from shelf_location where id = i.shelf_location_id), i.item_condition,
                   i.lendable, i.price_cents, i.withdrawn_on
            from item i
            """;

    private static final String LOCK = Sql.KEPT_READY + ALONE + "where i.id = ? for update";

    public List<ItemForLoan> byBarcode(Connection connection, Collection<String> barcodes) throws SQLException {
        if (barcodes.isEmpty()) return List.of();
        var sql = ITEM + "where i.barcode in (" + Sql.marks(barcodes.size()) + ") order by i.id";
        return Sql.list(connection, sql, DeskItemStore::item, barcodes.toArray());
    }

    /** Copies that are known by one of these besides their barcode: a serial, an asset tag in other letters, an old label. */
    public List<ItemForLoan> byAlias(Connection connection, Collection<String> codes) throws SQLException {
        if (codes.isEmpty()) return List.of();
        var marks = Sql.marks(codes.size());
        var sql = ITEM + "where i.id in (select a.item_id from item_alias a where a.code in (" + marks
                + ")) order by i.id";
        return Sql.list(connection, sql, DeskItemStore::item, codes.toArray());
    }

    public List<ItemForLoan> find(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = ITEM + "where i.id in (" + Sql.marks(ids.size()) + ")";
        return Sql.list(connection, sql, DeskItemStore::item, ids.toArray());
    }

    /** Locks the row of the copy alone: its site, its record and the rest can be changed by others meanwhile. */
    public Optional<ItemForLoan> lock(Connection connection, long id) throws SQLException {
        return Sql.first(connection, LOCK, DeskItemStore::item, id);
    }

    public List<ItemForLoan> byIsbn(Connection connection, MatchKey isbn, String site) throws SQLException {
        var sql = ITEM + """
                join bib_key k on k.bib_id = i.bib_id
                where k.key_hash = ? and s.code = ? and i.withdrawn_on is null
                order by i.bib_id, i.shelf_key, i.copy_number, i.id
                """;
        return Sql.list(connection, sql, DeskItemStore::item, WorkStore.hash(isbn.kind() + ":" + isbn.value()), site);
    }

    public void setCondition(Connection connection, long id, ItemCondition condition) throws SQLException {
        var sql = "update item set item_condition = ?, updated_at = utc_timestamp(3) where id = ?";
        Sql.update(connection, sql, condition.name().toLowerCase(Locale.ROOT), id);
    }

    /** In the order of their numbers. */
    public void lockAll(Connection connection, Collection<Long> ids) throws SQLException {
        for (var some : Parts.of(ids)) {
            var sql = "select id from item where id in (" + Sql.marks(some.size()) + ") order by id for update";
            Sql.list(connection, sql, row -> row.getLong(1), some.toArray());
        }
    }

    public void setConditions(Connection connection, Collection<Long> ids, ItemCondition condition)
            throws SQLException {
        var word = condition.name().toLowerCase(Locale.ROOT);
        for (var some : Parts.of(ids)) {
            var sql = "update item set item_condition = '" + word + "', updated_at = utc_timestamp(3) where id in ("
                    + Sql.marks(some.size()) + ")";
            Sql.update(connection, sql, some.toArray());
        }
    }

    private static ItemForLoan item(ResultSet row) throws SQLException {
        var price = row.getInt(16);
        var known = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(price);
        return new ItemForLoan(
                row.getLong(1),
                row.getLong(2),
                orEmpty(row.getString(3)),
                row.getInt(4),
                row.getString(5),
                row.getString(6),
                orEmpty(row.getString(7)),
                row.getString(8),
                new CallNumber(row.getString(9), row.getString(10), row.getString(11), row.getString(12)),
                orEmpty(row.getString(13)),
                ItemCondition.valueOf(row.getString(14).toUpperCase(Locale.ROOT)),
                row.getBoolean(15),
                known,
                Optional.ofNullable(row.getObject(17, LocalDate.class)));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}

package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyForm;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.OpenCopy;
import org.carrel.catalog.rules.CopyRules;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** Copies as people change them, and who did. */
public final class CopyStore {
    private static final String OPEN = """
            select i.id, i.bib_id, i.version, s.code, l.code, t.code, i.barcode, i.call_prefix, i.call_class, i.call_cutter,
                i.call_suffix, i.copy_number, i.volume, i.price_cents, i.acquired_on, i.vendor, i.fund, i.note, i.lendable,
                i.item_condition, i.withdrawn_on
            from item i join site s on s.id = i.site_id left join shelf_location l on l.id = i.shelf_location_id
                left join item_type t on t.id = i.item_type_id
            """;

    /** What is shown nowhere is not changed here either. */
    private static final String LISTED = " and not exists (select 1 from bib_unlisted u where u.bib_id = i.bib_id)";

    public Optional<OpenCopy> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, OPEN + "where i.id = ?" + LISTED, CopyStore::open, id);
    }

    /** Nobody else lends or changes it until the transaction ends. */
    public Optional<OpenCopy> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from item where id = ? for update", row -> row.getLong(1), id);
        return find(connection, id);
    }

    /** Copies by their numbers; missing ones, and those that are shown nowhere, are left out. */
    public List<OpenCopy> findAll(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        return Sql.list(
                connection,
                OPEN + "where i.id in (" + Sql.marks(ids.size()) + ")" + LISTED + " order by i.id",
                CopyStore::open,
                ids.toArray());
    }

    /** Nobody else lends or changes them until the transaction ends. */
    public List<OpenCopy> lockAll(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return List.of();
        var sql = "select id from item where id in (" + Sql.marks(ids.size()) + ") order by id for update";
        Sql.list(connection, sql, row -> row.getLong(1), ids.toArray());
        return findAll(connection, ids);
    }

    /** All copies of a record, withdrawn ones too, by site, shelf and number. */
    public List<OpenCopy> ofRecord(Connection connection, long bibId) throws SQLException {
        return Sql.list(
                connection,
                OPEN + "where i.bib_id = ?" + LISTED
                        + " order by i.withdrawn_on is not null, s.code, i.shelf_key, i.copy_number, i.id",
                CopyStore::open,
                bibId);
    }

    private static OpenCopy open(ResultSet row) throws SQLException {
        var call = new CallNumber(row.getString(8), row.getString(9), row.getString(10), row.getString(11));
        var cents = row.getObject(14, Integer.class);
        var form = new CopyForm(
                row.getString(4),
                orEmpty(row.getString(5)),
                orEmpty(row.getString(6)),
                orEmpty(row.getString(7)),
                call.text(),
                row.getString(12),
                row.getString(13),
                cents == null ? "" : CopyRules.price(cents),
                Utc.someDay(row, 15).map(LocalDate::toString).orElse(""),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getBoolean(19));
        return new OpenCopy(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                form,
                ItemCondition.valueOf(row.getString(20).toUpperCase(Locale.ROOT)),
                Utc.someDay(row, 21));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The barcode that a copy of this site was given last; devices have their own numbers. Empty when none has one of digits alone. */
    public Optional<String> lastBarcode(Connection connection, String site) throws SQLException {
        var sql =
                "select i.barcode from item i join site s on s.id = i.site_id where s.code = ? and i.barcode regexp '^[0-9]+$'"
                        + LISTED + " order by i.id desc limit 1";
        return Sql.first(connection, sql, row -> row.getString(1), site);
    }

    /** Which of these barcodes are on no copy. */
    public List<String> free(Connection connection, List<String> barcodes) throws SQLException {
        if (barcodes.isEmpty()) return List.of();
        var taken = Sql.list(
                connection,
                "select barcode from item where barcode in (" + Sql.marks(barcodes.size()) + ")",
                row -> row.getString(1),
                barcodes.toArray());
        return barcodes.stream().filter(barcode -> !taken.contains(barcode)).toList();
    }

    /** Whether nobody has it, waits for it, and it is on no way: it can leave the library. */
    public boolean isBusy(Connection connection, long id) throws SQLException {
        var sql = """
                select 1 from item i where i.id = ? and (exists (select 1 from item_on_loan o where o.item_id = i.id)
                    or exists (select 1 from item_held h where h.item_id = i.id)
                    or exists (select 1 from item_in_transfer w where w.item_id = i.id)
                    or exists (select 1 from item_pulled q where q.item_id = i.id))
                """;
        return Sql.first(connection, sql, row -> true, id).isPresent();
    }

    /** The same for many: those that somebody has, waits for, or that are on their way. */
    public Set<Long> busy(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return Set.of();
        var sql = """
                select i.id from item i where i.id in (%s) and (exists (select 1 from item_on_loan o where o.item_id = i.id)
                    or exists (select 1 from item_held h where h.item_id = i.id)
                    or exists (select 1 from item_in_transfer w where w.item_id = i.id)
                    or exists (select 1 from item_pulled q where q.item_id = i.id))
                """.formatted(Sql.marks(ids.size()));
        return Set.copyOf(Sql.list(connection, sql, row -> row.getLong(1), ids.toArray()));
    }

    /** What somebody did to a copy. */
    public enum Kind {
        ADDED,
        EDITED,
        MOVED,
        WITHDRAWN,
        RETURNED,
        BATCH,
        UNDONE
    }

    public void log(Connection connection, long id, int version, Kind kind, long account, Instant at)
            throws SQLException {
        Sql.update(
                connection,
                "insert into item_edit (item_id, version, kind, account_id, at) values (?, ?, ?, ?, ?)",
                id,
                version,
                kind.name().toLowerCase(Locale.ROOT),
                account,
                Utc.of(at));
    }

    /** The same for many. @param versions the one that each has now @param account null for one that is no more */
    public void log(Connection connection, Map<Long, Integer> versions, Kind kind, @Nullable Long account, Instant at)
            throws SQLException {
        var sql = "insert into item_edit (item_id, version, kind, account_id, at) values (?, ?, ?, ?, ?)";
        var word = kind.name().toLowerCase(Locale.ROOT);
        Sql.batch(connection, sql, versions.entrySet(), (statement, one) -> {
            statement.setLong(1, one.getKey());
            statement.setInt(2, one.getValue());
            statement.setString(3, word);
            statement.setObject(4, account);
            statement.setObject(5, Utc.of(at));
        });
    }
}

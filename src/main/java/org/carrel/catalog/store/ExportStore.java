package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carrel.catalog.CallNumber;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Reads records with all that an export has to know of them. */
public final class ExportStore {
    /** From here on this connection sees the catalog as it is at this moment, until its transaction ends. */
    public void holdStill(Connection connection) throws SQLException {
        Sql.update(connection, "set transaction isolation level repeatable read");
        Sql.update(connection, "start transaction with consistent snapshot, read only");
    }

    /**
     * A record and how it came.
     *
     * @param broughtBy the import whose bytes these are, null when none is known
     * @param edited whether a person, not an import, wrote the present state
     * @param marc MARC-in-JSON as we use it
     * @param original its bytes in the file, with {@code format}, {@code encoding} and the hash of its normal form
     */
    @SuppressWarnings("ArrayRecordComponent") // a row on its way through, never compared
    public record Kept(
            long id,
            int version,
            @Nullable Long broughtBy,
            boolean edited,
            String marc,
            byte[] original,
            String format,
            String encoding,
            byte[] incomingHash) {}

    /** By id; missing ones are left out. */
    public Map<Long, Kept> findKept(Connection connection, Collection<Long> ids) throws SQLException {
        var found = new HashMap<Long, Kept>();
        if (ids.isEmpty()) return found;
        var sql = """
                select id, version,
                       coalesce(import_job_id, (select v.import_job_id from bib_version v
                                                where v.bib_id = b.id and v.incoming_hash = b.incoming_hash
                                                    and v.import_job_id is not null
                                                order by v.version desc limit 1)),
                       import_job_id is null and version > 1, marc, original, original_format, original_encoding,
                       incoming_hash
                from bib_record b where id in (%s)
                """.formatted(Sql.marks(ids.size()));
        Sql.list(connection, sql, ExportStore::kept, ids.toArray()).forEach(kept -> found.put(kept.id(), kept));
        return found;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong(1),
                row.getInt(2),
                row.getObject(3, Long.class),
                row.getBoolean(4),
                row.getString(5),
                row.getBytes(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9));
    }

    /** What the record was before, newest first, as MARC-in-JSON. */
    public List<String> findEarlier(Connection connection, long id) throws SQLException {
        var sql = "select marc from bib_version where bib_id = ? order by version desc";
        return Sql.list(connection, sql, row -> row.getString(1), id);
    }

    /** The copies of these records by record, in shelf order, lost ones too, withdrawn ones not. */
    public Map<Long, List<ShelfCopy>> findCopies(Connection connection, Collection<Long> ids) throws SQLException {
        if (ids.isEmpty()) return Map.of();
        var sql = """
                select i.bib_id, i.barcode, s.code, l.code, t.code, i.call_prefix, i.call_class, i.call_cutter,
                       i.call_suffix, i.copy_number, i.volume, i.price_cents, i.acquired_on, i.vendor, i.fund, i.note,
                       i.item_condition, i.lendable
                from item i
                join site s on s.id = i.site_id
                left join shelf_location l on l.id = i.shelf_location_id
                left join item_type t on t.id = i.item_type_id
                where i.withdrawn_on is null and i.bib_id in (%s)
                order by i.bib_id, s.code, i.shelf_key, i.copy_number, i.id
                """.formatted(Sql.marks(ids.size()));
        return Sql.list(connection, sql, ExportStore::copy, ids.toArray()).stream()
                .collect(Collectors.groupingBy(ShelfCopy::bibId));
    }

    private static ShelfCopy copy(ResultSet row) throws SQLException {
        var acquired = row.getDate(13);
        return new ShelfCopy(
                row.getLong(1),
                orEmpty(row.getString(2)),
                row.getString(3),
                orEmpty(row.getString(4)),
                orEmpty(row.getString(5)),
                new CallNumber(row.getString(6), row.getString(7), row.getString(8), row.getString(9)),
                row.getString(10),
                row.getString(11),
                row.getObject(12, Integer.class),
                acquired == null ? null : acquired.toLocalDate(),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getBoolean(18));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

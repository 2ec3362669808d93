package org.carrel.labels.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.carrel.catalog.CallNumber;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Which copies get labels. Devices have labels of their own. */
public final class LabelQueueStore {
    /** So many numbers in one statement. */
    private static final int AT_ONCE = 1_000;

    private static final String COPY = """
            from item i join site s on s.id = i.site_id
            where i.withdrawn_on is null and (? is null or s.code = ?)
              and not exists (select 1 from bib_unlisted u where u.bib_id = i.bib_id)
            """;

    /** A copy in the queue, with what its own row says. @param copies of its title at its site */
    public record Row(
            long queued,
            long item,
            long bib,
            CallNumber callNumber,
            String copyNumber,
            String volume,
            int copies,
            String barcode,
            String site) {}

    /** Those of the copies that are there and of the site, in shelf order. @param site code; empty: of all */
    public List<Long> known(Connection connection, Collection<Long> items, Optional<String> site) throws SQLException {
        return found(connection, "i.id", items, site);
    }

    /** Copies of these records, in shelf order. */
    public List<Long> ofRecords(Connection connection, Collection<Long> bibs, String site) throws SQLException {
        return found(connection, "i.bib_id", bibs, Optional.of(site));
    }

    /** A copy and what it is known by. */
    public record Known(long item, String barcode) {}

    public List<Known> byBarcode(Connection connection, Collection<String> barcodes, String site) throws SQLException {
        if (barcodes.isEmpty()) return List.of();
        var sql = "select i.id, i.barcode " + COPY + " and i.barcode in (" + Sql.marks(barcodes.size()) + ")";
        var parameters = parameters(Optional.of(site), barcodes);
        return Sql.list(connection, sql, row -> new Known(row.getLong(1), row.getString(2)), parameters);
    }

    /** Barcodes from one to another, both included, that are as long as these: numbers between numbers. In their order. */
    public List<Long> ofRange(Connection connection, String from, String to, String site, int most)
            throws SQLException {
        var sql = "select i.id " + COPY
                + " and i.barcode between ? and ? and char_length(i.barcode) = char_length(?) order by i.barcode limit ?";
        return Sql.list(connection, sql, row -> row.getLong(1), site, site, from, to, from, most);
    }

    /** What an import has added or changed, in shelf order. */
    public List<Long> ofImport(Connection connection, long job, String site, int most) throws SQLException {
        var sql = "select i.id " + COPY + " and i.import_job_id = ? order by i.shelf_key, i.id limit ?";
        return Sql.list(connection, sql, row -> row.getLong(1), site, site, job, most);
    }

    /** Copies whose call number is another than it was at this time, in shelf order. @param since UTC */
    public List<Long> changedSince(Connection connection, LocalDateTime since, String site, int most)
            throws SQLException {
        var sql = "select i.id " + COPY + """
                 and exists (select 1 from item_version v where v.item_id = i.id
                    and v.version = (select min(w.version) from item_version w where w.item_id = i.id and w.replaced_at >= ?)
                    and (v.call_prefix, v.call_class, v.call_cutter, v.call_suffix)
                        <> (i.call_prefix, i.call_class, i.call_cutter, i.call_suffix))
                order by i.shelf_key, i.id limit ?
                """;
        return Sql.list(connection, sql, row -> row.getLong(1), site, site, since, most);
    }

    private static List<Long> found(
            Connection connection, String column, Collection<Long> values, Optional<String> site) throws SQLException {
        if (values.isEmpty()) return List.of();
        var sql = "select i.id " + COPY + " and " + column + " in (" + Sql.marks(values.size())
                + ") order by i.shelf_key, i.id";
        return Sql.list(connection, sql, row -> row.getLong(1), parameters(site, values));
    }

    private static @Nullable Object[] parameters(Optional<String> site, Collection<?> values) {
        var all = new ArrayList<@Nullable Object>();
        all.add(site.orElse(null));
        all.add(site.orElse(null));
        all.addAll(values);
        return all.toArray();
    }

    /** Puts them at the end, in this order; those that were in it already too. */
    public void add(Connection connection, List<Long> items) throws SQLException {
        for (var from = 0; from < items.size(); from += AT_ONCE) {
            var some = items.subList(from, Math.min(from + AT_ONCE, items.size()));
            var sorted = some.stream().sorted().toList();
            Sql.update(
                    connection,
                    "delete from label_queued where item_id in (" + Sql.marks(some.size()) + ")",
                    sorted.toArray());
            Sql.batch(
                    connection,
                    "insert into label_queued (item_id) values (?) on duplicate key update item_id = value(item_id)",
                    some,
                    (statement, item) -> statement.setLong(1, item));
        }
    }

    /** The first of the queue of a site that are in it still. */
    public List<Row> waiting(Connection connection, String site, long through, int most) throws SQLException {
        var sql = """
                select q.id, i.id, i.bib_id, i.call_prefix, i.call_class, i.call_cutter, i.call_suffix, i.copy_number, i.volume,
                    (select count(*) from item o where o.bib_id = i.bib_id and o.site_id = i.site_id and o.withdrawn_on is null),
                    coalesce(i.barcode, ''), s.name
                from label_queued q join item i on i.id = q.item_id join site s on s.id = i.site_id
                where s.code = ? and q.id <= ? and i.withdrawn_on is null order by q.id limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        new CallNumber(row.getString(4), row.getString(5), row.getString(6), row.getString(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getInt(10),
                        row.getString(11),
                        row.getString(12)),
                site,
                through,
                most);
    }

    public int count(Connection connection, String site) throws SQLException {
        var sql = "select count(*) from label_queued q join item i on i.id = q.item_id join site s on s.id = i.site_id "
                + "where s.code = ? and i.withdrawn_on is null";
        return Sql.first(connection, sql, row -> row.getInt(1), site).orElse(0);
    }

    /** Takes out those from one number to another, both included, and what was withdrawn meanwhile. @return how many */
    public int remove(Connection connection, String site, long from, long through) throws SQLException {
        var sql = "delete q from label_queued q join item i on i.id = q.item_id join site s on s.id = i.site_id "
                + "where s.code = ? and q.id between ? and ?";
        return Sql.update(connection, sql, site, from, through);
    }
}

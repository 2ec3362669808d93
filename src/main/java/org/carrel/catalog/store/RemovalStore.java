package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;

/** Titles that imports deleted: with their versions and copies they stand in tables of their own, from where they can come back. */
public final class RemovalStore {
    /**
     * A copy that keeps its title in the catalog.
     *
     * @param name its barcode, or its number for want of one
     * @param lent it was, at least once; else it belongs to the site {@code siteName}
     */
    public record Keeper(long bibId, String name, boolean lent, String siteName) {}

    /** Copies that were lent, or belong to another site than this one; one a record, lent ones first. */
    public Map<Long, Keeper> findKeepers(Connection connection, Collection<Long> bibIds, int siteId)
            throws SQLException {
        var keepers = new HashMap<Long, Keeper>();
        if (bibIds.isEmpty()) return keepers;
        var sql = """
                select k.bib_id, k.name, k.lent, k.site
                from (select i.id, i.bib_id, coalesce(i.barcode, concat('#', i.id)) as name, s.name as site, i.site_id,
                          i.circulations > 0 or exists (select 1 from item_lent l where l.item_id = i.id) as lent
                      from item i join site s on s.id = i.site_id where i.bib_id in (%s)) k
                where k.lent or k.site_id <> ?
                order by k.lent desc, k.id
                """.formatted(Sql.marks(bibIds.size()));
        var parameters = new ArrayList<Object>(bibIds);
        parameters.add(siteId);
        Sql.list(
                        connection,
                        sql,
                        row -> new Keeper(row.getLong(1), row.getString(2), row.getBoolean(3), row.getString(4)),
                        parameters.toArray())
                .forEach(keeper -> keepers.putIfAbsent(keeper.bibId(), keeper));
        return keepers;
    }

    /** Nobody lends a copy of these records, or changes one, until the transaction ends. */
    public void lockCopies(Connection connection, Collection<Long> bibIds) throws SQLException {
        if (bibIds.isEmpty()) return;
        var sql = "select id from item where bib_id in (" + Sql.marks(bibIds.size()) + ") order by id for update";
        Sql.list(connection, sql, row -> row.getLong(1), bibIds.toArray());
    }

    /** Takes the records and all their copies out of the catalog. */
    public void remove(Connection connection, Collection<Long> bibIds, long jobId) throws SQLException {
        if (bibIds.isEmpty()) return;
        var ids = bibIds.toArray();
        var in = " in (" + Sql.marks(ids.length) + ")";
        Sql.update(connection, "insert into removed_bib_record select * from bib_record where id" + in, ids);
        Sql.update(connection, "insert into removed_bib_version select * from bib_version where bib_id" + in, ids);
        Sql.update(connection, "insert into removed_item select * from item where bib_id" + in, ids);
        Sql.update(
                connection,
                "insert into removed_item_version select v.* from item_version v join item i on i.id = v.item_id "
                        + "where i.bib_id" + in,
                ids);
        Sql.update(connection, "delete from item where bib_id" + in, ids);
        Sql.update(connection, "delete from bib_version where bib_id" + in, ids);
        Sql.update(connection, "delete from bib_record where id" + in, ids);
        Sql.batch(
                connection, "insert into import_removal (bib_id, job_id) values (?, ?)", bibIds, (statement, bibId) -> {
                    statement.setLong(1, bibId);
                    statement.setLong(2, jobId);
                });
    }

    /**
     * A title that the import deleted.
     *
     * @param replaced another record has its control number now: it was imported again
     * @param undone its last state is that of an import that is undone, or being undone
     */
    public record Removed(long bibId, String title, String marc, boolean replaced, boolean undone) {}

    /** Those that are still away and that the undo log does not have yet, above {@code after}, ascending. */
    public List<Removed> find(Connection connection, long jobId, long after, int limit) throws SQLException {
        var sql = """
                select r.id, r.title, r.marc,
                    exists (select 1 from bib_record b
                            where b.control_number = r.control_number and b.source = r.source),
                    exists (select 1 from import_job j
                            where j.id = r.import_job_id and j.state in ('undoing', 'undone'))
                from import_removal g join removed_bib_record r on r.id = g.bib_id
                where g.job_id = ? and g.bib_id > ?
                    and not exists (select 1 from import_undo u
                                    where u.job_id = g.job_id and u.bib_id = g.bib_id and u.item_id = 0)
                order by g.bib_id limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Removed(
                        row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5)),
                jobId,
                after,
                limit);
    }

    /** A copy that is away; its barcode is empty for want of one. */
    public record RemovedCopy(long id, String barcode) {}

    /** The copies of the record that are away. */
    public List<RemovedCopy> findCopies(Connection connection, long bibId) throws SQLException {
        var sql = "select id, coalesce(barcode, '') from removed_item where bib_id = ? order by id";
        return Sql.list(connection, sql, row -> new RemovedCopy(row.getLong(1), row.getString(2)), bibId);
    }

    /** Brings the record back as it was, without its keys; a copy whose barcode is another's now stays away. */
    public void bringBack(Connection connection, long bibId) throws SQLException {
        var ids = new Object[] {bibId};
        var in = " = ?";
        Sql.update(connection, "insert into bib_record select * from removed_bib_record where id" + in, ids);
        Sql.update(connection, "insert into bib_version select * from removed_bib_version where bib_id" + in, ids);
        Sql.update(
                connection,
                "insert into item select r.* from removed_item r where not exists "
                        + "(select 1 from item i where i.barcode = r.barcode) and not exists (select 1 from "
                        + "removed_item n where n.barcode = r.barcode and n.bib_id = r.bib_id and n.id > r.id) "
                        + "and r.bib_id" + in,
                ids);
        Sql.update(
                connection,
                "insert into item_version select v.* from removed_item_version v join item i on i.id = v.item_id "
                        + "where i.bib_id" + in,
                ids);
        Sql.update(connection, "delete r from removed_item r join item i on i.id = r.id where i.bib_id" + in, ids);
        Sql.update(connection, "delete from import_removal where bib_id" + in, ids);
        Sql.update(connection, "delete from removed_bib_version where bib_id" + in, ids);
        Sql.update(connection, "delete from removed_bib_record where id" + in, ids);
    }

    /**
     * Makes the record and its copies this import's own where an undone import wrote them: undoing this one then goes on
     * with them.
     *
     * @return the copies it was so with
     */
    public List<Long> takeOver(Connection connection, long bibId, long jobId) throws SQLException {
        var undone = " = ? and import_job_id in (select id from import_job where state in ('undoing', 'undone'))";
        Sql.update(connection, "update bib_record set import_job_id = ? where id" + undone, jobId, bibId);
        Sql.update(connection, "update item set import_job_id = ? where bib_id" + undone, jobId, bibId);
        var sql = "select id from item where bib_id = ? and import_job_id = ?";
        return Sql.list(connection, sql, row -> row.getLong(1), bibId, jobId);
    }

    /** Notes for the undo of an import what a later one deleted: it stays as that one left it. */
    public void logDeletedSince(Connection connection, long jobId) throws SQLException {
        var sql = """
                insert ignore into import_undo (job_id, bib_id, item_id, title, barcode, outcome)
                select ?, r.id, 0, r.title, '', 'kept_later_import' from removed_bib_record r
                where r.id in (select id from removed_bib_record where import_job_id = ?
                               union select bib_id from removed_bib_version where import_job_id = ?)
                union all
                select ?, i.bib_id, i.id, r.title, coalesce(i.barcode, ''), 'kept_later_import'
                from removed_item i join removed_bib_record r on r.id = i.bib_id
                where i.id in (select id from removed_item where import_job_id = ?
                               union select item_id from removed_item_version where import_job_id = ?)
                """;
        Sql.update(connection, sql, jobId, jobId, jobId, jobId, jobId, jobId);
    }
}

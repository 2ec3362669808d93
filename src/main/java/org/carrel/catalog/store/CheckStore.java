package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carrel.platform.Sql;

/** Invariants of the catalog that SQL can check by itself. Most hold by the schema; a restored dump may have lost that. */
public final class CheckStore {
    private static final Map<String, String> QUERIES = new LinkedHashMap<>();

    static {
        QUERIES.put(
                "Barcode %s is on more than one copy.",
                "select barcode from item where barcode is not null group by barcode having count(*) > 1");
        QUERIES.put(
                "Copy %s belongs to a record that is not there.",
                "select i.id from item i left join bib_record b on b.id = i.bib_id where b.id is null");
        QUERIES.put(
                "Copy %s belongs to a record that became part of another one.",
                "select i.id from item i join bib_merged m on m.bib_id = i.bib_id");
        QUERIES.put(
                "Copy %s stands at a shelf location of another site.",
                "select i.id from item i join shelf_location l on l.id = i.shelf_location_id "
                        + "where l.site_id <> i.site_id");
        QUERIES.put(
                "Record %s is missing from the change log, so search cannot see it.",
                "select b.id from bib_record b left join catalog_change c on c.bib_id = b.id where c.bib_id is null");
        QUERIES.put(
                "Record %s has a change number above the newest one.",
                "select c.bib_id from catalog_change c join catalog_change_number n on c.number > n.last");
        QUERIES.put(
                "Record %s has lost an earlier version.",
                "select b.id from bib_record b left join bib_version v on v.bib_id = b.id "
                        + "group by b.id, b.version having b.version <> count(v.version) + 1");
        QUERIES.put(
                "Record %s does not have the bytes it came with.",
                "select id from bib_record where length(original) = 0 or length(incoming_hash) <> 32");
        QUERIES.put(
                "Import line %s names a record that is not there.",
                "select concat(l.job_id, '/', l.number) from import_line l join import_job j on j.id = l.job_id "
                        + "left join bib_record b on b.id = l.bib_id where l.bib_id is not null and b.id is null "
                        + "and not exists (select 1 from import_undo u where u.bib_id = l.bib_id and u.item_id = 0 "
                        + "and u.outcome = 'removed') and not exists (select 1 from removed_bib_record r where r.id = l.bib_id)");
        QUERIES.put(
                "Import %s was broken off; start the server or import the file again to go on.",
                "select id from import_job where state in ('committing', 'undoing')");
        QUERIES.put(
                "Import %s has gaps between its lines.",
                "select job_id from import_line group by job_id having count(*) <> max(number)");
        QUERIES.put(
                "Import %s does not have as many new copies as its lines say.",
                "select l.job_id from import_line l join import_job j on j.id = l.job_id "
                        + "where j.state = 'committed' group by l.job_id having sum(l.copies_added) > "
                        + "(select count(distinct i.id) from item i left join item_version v on v.item_id = i.id "
                        + "and v.version = 1 where coalesce(v.import_job_id, i.import_job_id) = l.job_id) + "
                        + "(select count(distinct i.id) from removed_item i left join removed_item_version v on "
                        + "v.item_id = i.id and v.version = 1 "
                        + "where coalesce(v.import_job_id, i.import_job_id) = l.job_id)");
        QUERIES.put(
                "Record %s is both in the catalog and among the deleted ones.",
                "select b.id from bib_record b join removed_bib_record r on r.id = b.id "
                        + "union select i.id from item i join removed_item r on r.id = i.id");
        QUERIES.put(
                "Deleted record %s has no import that deleted it.",
                "select r.id from removed_bib_record r left join import_removal g on g.bib_id = r.id "
                        + "where g.bib_id is null");
        QUERIES.put(
                "The table %s does not have the columns of the one that goes with it.",
                "select twin from (select regexp_replace(replace(table_name, 'import_plan', 'import_line'), "
                        + "'^removed_', '') twin, group_concat(concat(column_name, ' ', column_type) "
                        + "order by ordinal_position) columns from information_schema.columns "
                        + "where table_schema = database() and table_name in ('bib_record', 'removed_bib_record', "
                        + "'bib_version', 'removed_bib_version', 'item', 'removed_item', 'item_version', "
                        + "'removed_item_version', 'import_line', 'import_plan') group by table_name) t "
                        + "group by twin having count(*) <> 2 or count(distinct columns) > 1");
        QUERIES.put(
                "Copy %s has lost an earlier version.",
                "select i.id from item i left join item_version v on v.item_id = i.id "
                        + "group by i.id, i.version having i.version <> count(v.version) + 1");
        QUERIES.put(
                "The table item has lost its constraint %s.",
                "select wanted.name from (select 'item_barcode' name union select 'item_bib' union select 'item_site' "
                        + "union select 'item_location') wanted where not exists (select 1 from "
                        + "information_schema.table_constraints c where c.table_schema = database() "
                        + "and c.table_name = 'item' and c.constraint_name = wanted.name)");
    }

    /** One sentence for each broken promise, at most a thousand of a kind. */
    public List<String> findBroken(Connection connection) throws SQLException {
        var broken = new ArrayList<String>();
        for (var query : QUERIES.entrySet()) {
            Sql.list(connection, query.getValue() + " limit 1000", row -> row.getString(1))
                    .forEach(what -> broken.add(query.getKey().formatted(what)));
        }
        return broken;
    }

    /** What is derived from a record and kept beside it. */
    public record Derived(long id, String source, String controlNumber, String title, String marc) {}

    public List<Derived> findDerived(Connection connection, List<Long> ids) throws SQLException {
        var sql = "select id, source, control_number, title, marc from bib_record where id in (" + Sql.marks(ids.size())
                + ")";
        return Sql.list(
                connection,
                sql,
                row -> new Derived(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)),
                ids.toArray());
    }

    /** Key hashes by record, as {key, record}. */
    public List<long[]> findKeys(Connection connection, List<Long> ids) throws SQLException {
        var sql = "select key_hash, bib_id from bib_key where bib_id in (" + Sql.marks(ids.size()) + ")";
        return Sql.list(connection, sql, row -> new long[] {row.getLong(1), row.getLong(2)}, ids.toArray());
    }
}

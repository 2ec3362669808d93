package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carrel.catalog.ReportCard;
import org.carrel.platform.Sql;

/** Adds up the lines of imports that are done. */
public final class ReportCardStore {
    private static final String REMARKS = """
            from import_line l, json_table(coalesce(l.remarks, '[]'), '$[*]' columns (
                kind varchar(16) path '$.kind', problem varchar(64) path '$.problem',
                bundle varchar(200) path '$.bundle', place varchar(200) path '$.place')) remark
            where l.job_id in (%s) and l.remarks is not null and remark.kind = 'loaded'
            """;

    /** @param place without the number of the field, as {@code 852$p} */
    public record Repair(String problem, String bundle, String place, int count) {}

    /** By import; those without lines are left out. */
    public Map<Long, ReportCard.Copies> findCopies(Connection connection, List<Long> jobs) throws SQLException {
        var found = new HashMap<Long, ReportCard.Copies>();
        if (jobs.isEmpty()) return found;
        var sql = "select job_id, sum(copies_added), sum(copies_updated), sum(copies_without_barcode), "
                + "sum(copies_rejected) from import_line where job_id in (" + Sql.marks(jobs.size())
                + ") group by job_id";
        Sql.list(
                connection,
                sql,
                row -> found.put(
                        row.getLong(1),
                        new ReportCard.Copies(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5))),
                jobs.toArray());
        return found;
    }

    /** By import; those without any are left out. */
    public Map<Long, Integer> countRepairs(Connection connection, List<Long> jobs) throws SQLException {
        var found = new HashMap<Long, Integer>();
        if (jobs.isEmpty()) return found;
        var sql = "select l.job_id, count(*) " + REMARKS.formatted(Sql.marks(jobs.size())) + " group by l.job_id";
        Sql.list(connection, sql, row -> found.put(row.getLong(1), row.getInt(2)), jobs.toArray());
        return found;
    }

    /** Of all these imports together, the most frequent first. */
    public List<Repair> findRepairs(Connection connection, List<Long> jobs, int limit) throws SQLException {
        if (jobs.isEmpty()) return List.of();
        var sql = "select remark.problem, remark.bundle, regexp_replace(remark.place, '\\\\[[0-9]+\\\\]', '') p, "
                + "count(*) n " + REMARKS.formatted(Sql.marks(jobs.size()))
                + " group by remark.problem, remark.bundle, p order by n desc, remark.problem, p limit ?";
        var parameters = new ArrayList<Object>(jobs);
        parameters.add(limit);
        return Sql.list(
                connection,
                sql,
                row -> new Repair(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                parameters.toArray());
    }
}

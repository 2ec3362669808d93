package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.LineFilter;
import org.carrel.catalog.RecordPosition;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** One line for each record of an imported file: what became of it, or what would. */
public final class ImportLineStore {
    /** What was done. */
    public static final ImportLineStore LOG = new ImportLineStore("import_line");

    /** What would be done. */
    public static final ImportLineStore PLAN = new ImportLineStore("import_plan");

    private static final String COLUMNS = "number, entry, byte_offset, line, control_number, title, outcome, bib_id, "
            + "reason, problem, copies_added, copies_updated, copies_same, copies_without_barcode, copies_rejected, "
            + "remarks, match_key, match_value, match_score, match_bib_id, met_line";

    private final String table;

    private ImportLineStore(String table) {
        this.table = table;
    }

    /**
     * @param bibId the record it became or met, null for none
     * @param problem the stable name of the reason, or empty
     * @param remarks JSON, null for none
     * @param match by what it was recognised, null for none
     * @param metLine the number of the earlier record of the file that it met, null for none
     * @param original the bytes of what was not taken in, null for the rest
     */
    @SuppressWarnings("ArrayRecordComponent") // a row on its way through, never compared
    public record Line(
            RecordPosition at,
            String controlNumber,
            String title,
            Outcome outcome,
            @Nullable Long bibId,
            String reason,
            String problem,
            Copies copies,
            @Nullable String remarks,
            @Nullable Match match,
            @Nullable Integer metLine,
            byte @Nullable [] original) {
        /** What became of the record's copies; {@code withoutBarcode} counts among the added. */
        public record Copies(int added, int updated, int same, int withoutBarcode, int rejected) {
            public static final Copies NONE = new Copies(0, 0, 0, 0, 0);
        }

        /**
         * @param key the kind of key, as {@code ISBN}
         * @param score 100 is certain
         * @param bibId the record of the catalog; null for one of the same file
         */
        public record Match(
                String key,
                String value,
                int score,
                @Nullable Long bibId) {}

        /** The same line of a record that is not in the catalog yet, and met an earlier one of its file, or none. */
        public Line inFile(@Nullable Integer line, @Nullable Match by) {
            return new Line(
                    at, controlNumber, title, outcome, null, reason, problem, copies, remarks, by, line, original);
        }
    }

    public void add(Connection connection, long jobId, List<Line> lines) throws SQLException {
        var sql = "insert into " + table + " (job_id, " + COLUMNS + ", original) values (" + Sql.marks(23) + ")";
        Sql.batch(connection, sql, lines, (statement, line) -> {
            statement.setLong(1, jobId);
            statement.setInt(2, line.at().number());
            statement.setString(3, line.at().entry());
            statement.setLong(4, line.at().offset());
            statement.setInt(5, line.at().line());
            statement.setString(6, line.controlNumber());
            statement.setString(7, line.title());
            statement.setString(8, word(line.outcome()));
            statement.setObject(9, line.bibId());
            statement.setString(10, line.reason());
            statement.setString(11, line.problem());
            statement.setInt(12, line.copies().added());
            statement.setInt(13, line.copies().updated());
            statement.setInt(14, line.copies().same());
            statement.setInt(15, line.copies().withoutBarcode());
            statement.setInt(16, line.copies().rejected());
            statement.setString(17, line.remarks());
            var match = line.match();
            statement.setString(18, match == null ? null : match.key());
            statement.setString(19, match == null ? null : match.value());
            statement.setObject(20, match == null ? null : match.score());
            statement.setObject(21, match == null ? null : match.bibId());
            statement.setObject(22, line.metLine());
            statement.setBytes(23, line.original());
        });
    }

    /** The number of the last record that has a line, 0 for none. */
    public int last(Connection connection, long jobId) throws SQLException {
        var sql = "select coalesce(max(number), 0) from " + table + " where job_id = ?";
        return Sql.first(connection, sql, row -> row.getInt(1), jobId).orElse(0);
    }

    /** The lines in the order of the file, after this number; without the bytes. */
    public List<Line> find(Connection connection, long jobId, int after, int limit) throws SQLException {
        var sql = "select " + COLUMNS + " from " + table + " where job_id = ? and number > ? order by number limit ?";
        return Sql.list(connection, sql, ImportLineStore::line, jobId, after, limit);
    }

    /** The same with one outcome only. */
    public List<Line> find(Connection connection, long jobId, Outcome outcome, int after, int limit)
            throws SQLException {
        var sql = "select " + COLUMNS + " from " + table
                + " where job_id = ? and outcome = ? and number > ? order by number limit ?";
        return Sql.list(connection, sql, ImportLineStore::line, jobId, word(outcome), after, limit);
    }

    /** A page of the lines that a person wants to see; without the bytes. */
    public List<Line> find(Connection connection, long jobId, LineFilter filter, int skip, int limit)
            throws SQLException {
        var wanted = new LineQuery(jobId, filter);
        // Only the numbers are sorted and skipped; the texts of the one page are read afterwards.
        var sql = "select " + COLUMNS + " from " + table + " join (select job_id, number as wanted from " + table
                + wanted.where() + wanted.order() + " limit ? offset ?) page on " + table + ".job_id = page.job_id and "
                + table + ".number = page.wanted" + wanted.order();
        return Sql.list(connection, sql, ImportLineStore::line, wanted.parameters(limit, skip));
    }

    /** How many lines the filter leaves. */
    public int count(Connection connection, long jobId, LineFilter filter) throws SQLException {
        var wanted = new LineQuery(jobId, filter);
        var sql = "select count(*) from " + table + wanted.where();
        return Sql.first(connection, sql, row -> row.getInt(1), wanted.parameters())
                .orElse(0);
    }

    public Map<Outcome, Integer> count(Connection connection, long jobId) throws SQLException {
        var counts = new TreeMap<Outcome, Integer>();
        var sql = "select outcome, count(*) from " + table + " where job_id = ? group by outcome";
        Sql.list(connection, sql, row -> counts.put(outcome(row.getString(1)), row.getInt(2)), jobId);
        return counts;
    }

    public void remove(Connection connection, long jobId) throws SQLException {
        Sql.update(connection, "delete from " + table + " where job_id = ?", jobId);
    }

    private static Line line(ResultSet row) throws SQLException {
        var key = row.getString(17);
        return new Line(
                new RecordPosition(row.getString(2), row.getInt(1), row.getLong(3), row.getInt(4)),
                row.getString(5),
                row.getString(6),
                outcome(row.getString(7)),
                row.getObject(8, Long.class),
                row.getString(9),
                row.getString(10),
                new Line.Copies(row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14), row.getInt(15)),
                row.getString(16),
                key == null
                        ? null
                        : new Line.Match(key, row.getString(18), row.getInt(19), row.getObject(20, Long.class)),
                row.getObject(21, Integer.class),
                null);
    }

    private static Outcome outcome(String word) {
        return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}

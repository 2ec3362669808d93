package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.RecordPosition;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** The log of imports: one job a file, one line a record. */
public final class ImportJobStore {
    /**
     * @param bibId the record it became or met, null for none
     * @param problem the stable name of the reason, or empty
     * @param remarks JSON, null for none
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
            byte @Nullable [] original) {
        /** What became of the record's copies; {@code withoutBarcode} counts among the added. */
        public record Copies(int added, int updated, int same, int withoutBarcode, int rejected) {
            public static final Copies NONE = new Copies(0, 0, 0, 0, 0);
        }
    }

    /** How far an import is. */
    public enum State {
        STAGED,
        COMMITTING,
        COMMITTED,
        REFUSED,
        UNDOING,
        UNDONE
    }

    /** @param refused null when the file went through, or is not through yet */
    public record Job(
            long id,
            String siteCode,
            String fileName,
            long fileBytes,
            State state,
            @Nullable String refused) {}

    private static final String JOB = """
            select j.id, s.code, j.file_name, j.file_bytes, j.state, j.refused
            from import_job j join site s on s.id = j.site_id
            """;

    public long add(Connection connection, int siteId, String fileName, long bytes, byte[] hash) throws SQLException {
        var sql = "insert into import_job (site_id, file_name, file_bytes, file_hash, state) "
                + "values (?, ?, ?, ?, 'staged') returning id";
        return Sql.first(connection, sql, row -> row.getLong(1), siteId, fileName, bytes, hash)
                .orElseThrow();
    }

    public Optional<Job> find(Connection connection, long jobId) throws SQLException {
        return Sql.first(connection, JOB + "where j.id = ?", ImportJobStore::job, jobId);
    }

    /** Imports that began and did not come to an end, oldest first: what a crash left. */
    public List<Job> findUnfinished(Connection connection) throws SQLException {
        return Sql.list(
                connection, JOB + "where j.state in ('committing', 'undoing') order by j.id", ImportJobStore::job);
    }

    /** An import of the same bytes for the same site that did not come to its end. */
    public Optional<Job> findUnfinished(Connection connection, int siteId, byte[] hash) throws SQLException {
        var sql = JOB + "where j.state = 'committing' and j.site_id = ? and j.file_hash = ? order by j.id limit 1";
        return Sql.first(connection, sql, ImportJobStore::job, siteId, hash);
    }

    private static Job job(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString(5).toUpperCase(Locale.ROOT));
        return new Job(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), state, row.getString(6));
    }

    /** False when the import is not in the state {@code from} any more: somebody else was quicker. */
    public boolean change(Connection connection, long jobId, State from, State to) throws SQLException {
        var sql = "update import_job set state = ? where id = ? and state = ?";
        return Sql.update(connection, sql, word(to), jobId, word(from)) == 1;
    }

    /** {@code refused} is null when the file went through. The pieces of the file are not needed any more. */
    public void finish(Connection connection, long jobId, @Nullable String refused) throws SQLException {
        var sql = "update import_job set finished_at = utc_timestamp(3), refused = ?, state = ? where id = ?";
        Sql.update(connection, sql, refused, word(refused == null ? State.COMMITTED : State.REFUSED), jobId);
        Sql.update(connection, "delete from import_piece where job_id = ?", jobId);
    }

    /** The number of the last record that is committed, 0 for none. */
    public int lastLine(Connection connection, long jobId) throws SQLException {
        var sql = "select coalesce(max(number), 0) from import_line where job_id = ?";
        return Sql.first(connection, sql, row -> row.getInt(1), jobId).orElse(0);
    }

    public void addPiece(Connection connection, long jobId, int number, byte[] bytes) throws SQLException {
        Sql.update(
                connection, "insert into import_piece (job_id, number, bytes) values (?, ?, ?)", jobId, number, bytes);
    }

    /** Piece {@code number} of the file, from 0; empty after the last. */
    public Optional<byte[]> findPiece(Connection connection, long jobId, int number) throws SQLException {
        var sql = "select bytes from import_piece where job_id = ? and number = ?";
        return Sql.first(connection, sql, row -> row.getBytes(1), jobId, number);
    }

    public void addLines(Connection connection, long jobId, List<Line> lines) throws SQLException {
        var sql = """
                insert into import_line (job_id, number, entry, byte_offset, line, control_number, title, outcome, bib_id,
                    reason, problem, copies_added, copies_updated, copies_same, copies_without_barcode, copies_rejected,
                    remarks, original)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
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
            statement.setBytes(18, line.original());
        });
    }

    /** The lines of the import in the order of the file, after this number; without the bytes. */
    public List<Line> findLines(Connection connection, long jobId, int after, int limit) throws SQLException {
        var sql = """
                select entry, number, byte_offset, line, control_number, title, outcome, bib_id, reason, problem,
                    copies_added, copies_updated, copies_same, copies_without_barcode, copies_rejected, remarks
                from import_line where job_id = ? and number > ? order by number limit ?
                """;
        return Sql.list(connection, sql, ImportJobStore::line, jobId, after, limit);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                new RecordPosition(row.getString(1), row.getInt(2), row.getLong(3), row.getInt(4)),
                row.getString(5),
                row.getString(6),
                Outcome.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                row.getObject(8, Long.class),
                row.getString(9),
                row.getString(10),
                new Line.Copies(row.getInt(11), row.getInt(12), row.getInt(13), row.getInt(14), row.getInt(15)),
                row.getString(16),
                null);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

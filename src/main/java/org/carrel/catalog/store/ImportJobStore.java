package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.RecordPosition;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** The log of imports: one job a file, one line a record. */
public final class ImportJobStore {
    /**
     * @param bibId the record it became or met, null for none
     * @param original the bytes of what was not taken in, null for the rest
     */
    @SuppressWarnings("ArrayRecordComponent") // a row on its way through, never compared
    public record Line(
            RecordPosition at,
            String controlNumber,
            Outcome outcome,
            @Nullable Long bibId,
            String reason,
            byte @Nullable [] original) {}

    public long add(Connection connection, int siteId, String fileName, long bytes) throws SQLException {
        var sql = "insert into import_job (site_id, file_name, file_bytes) values (?, ?, ?) returning id";
        return Sql.first(connection, sql, row -> row.getLong(1), siteId, fileName, bytes)
                .orElseThrow();
    }

    /** {@code refused} is null when the file went through. */
    public void finish(Connection connection, long jobId, @Nullable String refused) throws SQLException {
        var sql = "update import_job set finished_at = utc_timestamp(3), refused = ? where id = ?";
        Sql.update(connection, sql, refused, jobId);
    }

    public void addLines(Connection connection, long jobId, List<Line> lines) throws SQLException {
        var sql = """
                insert into import_line (job_id, number, entry, byte_offset, line, control_number, outcome, bib_id,
                    reason, original)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        Sql.batch(connection, sql, lines, (statement, line) -> {
            statement.setLong(1, jobId);
            statement.setInt(2, line.at().number());
            statement.setString(3, line.at().entry());
            statement.setLong(4, line.at().offset());
            statement.setInt(5, line.at().line());
            statement.setString(6, line.controlNumber());
            statement.setString(7, line.outcome().name().toLowerCase(Locale.ROOT));
            statement.setObject(8, line.bibId());
            statement.setString(9, line.reason());
            statement.setBytes(10, line.original());
        });
    }
}

package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/** Imports: one job a file, and the pieces of the files that are not done yet. */
public final class ImportJobStore {
    /** How far an import is. */
    public enum State {
        /** Its pieces arrive. */
        STAGED,
        PLANNING,
        /** Waits for a person to say yes. */
        PLANNED,
        COMMITTING,
        COMMITTED,
        REFUSED,
        UNDOING,
        UNDONE,
        DISCARDED
    }

    /**
     * @param records how many the file has; null until it was read to its end
     * @param refused null when the file went through, or is not through yet; a sentence in English
     * @param why the finding behind {@code refused}, as {@link Remarks#refusal} reads it
     * @param acceptsDeletions the librarian said yes to the deletions of the file
     * @param profileId null when it goes by none, or that is gone
     * @param settings JSON, null for the defaults
     */
    public record Job(
            long id,
            String siteCode,
            String fileName,
            long fileBytes,
            State state,
            @Nullable Integer records,
            @Nullable String refused,
            @Nullable String why,
            boolean acceptsDeletions,
            @Nullable Long profileId,
            @Nullable String settings) {}

    private static final String JOB = """
            select j.id, s.code, j.file_name, j.file_bytes, j.state, j.records, j.refused, j.refused_why,
                j.accept_deletions, j.profile_id, j.settings
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
                connection,
                JOB + "where j.state in ('planning', 'committing', 'undoing') order by j.id",
                ImportJobStore::job);
    }

    /** An import of the same bytes for the same site that did not come to its end. */
    public Optional<Job> findUnfinished(Connection connection, int siteId, byte[] hash) throws SQLException {
        var sql = JOB + "where j.state = 'committing' and j.site_id = ? and j.file_hash = ? order by j.id limit 1";
        return Sql.first(connection, sql, ImportJobStore::job, siteId, hash);
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getObject(6, Integer.class),
                row.getString(7),
                row.getString(8),
                row.getBoolean(9),
                row.getObject(10, Long.class),
                row.getString(11));
    }

    /** Whether titles are deleted as records of the file ask. */
    public void acceptDeletions(Connection connection, long jobId, boolean accept) throws SQLException {
        Sql.update(connection, "update import_job set accept_deletions = ? where id = ?", accept, jobId);
    }

    /** What the import is to go by. A profile that is gone meanwhile is none. */
    public void choose(Connection connection, long jobId, @Nullable Long profileId, @Nullable String settings)
            throws SQLException {
        var sql = "update import_job set profile_id = (select id from import_profile where id = ?), settings = ? "
                + "where id = ?";
        Sql.update(connection, sql, profileId, settings, jobId);
    }

    /** False when the import is not in the state {@code from} any more: somebody else was quicker. */
    public boolean change(Connection connection, long jobId, State from, State to) throws SQLException {
        var sql = "update import_job set state = ? where id = ? and state = ?";
        return Sql.update(connection, sql, word(to), jobId, word(from)) == 1;
    }

    /** A process begins to work at it, or goes on: so many records are done by now. */
    public void begin(Connection connection, long jobId, int done) throws SQLException {
        var sql = "update import_job set run_began_at = utc_timestamp(3), run_began_after = ? where id = ?";
        Sql.update(connection, sql, done, jobId);
    }

    /**
     * Why a file was not taken.
     *
     * @param sentence in English
     * @param why as {@link Remarks#write(org.carrel.catalog.Finding)} made it
     */
    public record Refusal(String sentence, String why) {}

    /** The plan is complete: without a refusal it can be committed. */
    public void finishPlan(Connection connection, long jobId, int records, Optional<Refusal> refused)
            throws SQLException {
        var sql = "update import_job set records = ?, refused = ?, refused_why = ?, state = ? where id = ?";
        Sql.update(
                connection,
                sql,
                records,
                refused.map(Refusal::sentence).orElse(null),
                refused.map(Refusal::why).orElse(null),
                word(refused.isEmpty() ? State.PLANNED : State.REFUSED),
                jobId);
        if (refused.isPresent()) removePieces(connection, jobId);
    }

    public void removePieces(Connection connection, long jobId) throws SQLException {
        Sql.update(connection, "delete from import_piece where job_id = ?", jobId);
    }

    /** Uploads that never came to their end: older than so many hours. */
    public List<Long> findAbandoned(Connection connection, int hours) throws SQLException {
        var sql =
                "select id from import_job where state = 'staged' and started_at < utc_timestamp(3) - interval ? hour";
        return Sql.list(connection, sql, row -> row.getLong(1), hours);
    }

    /** Without a refusal the file went through. The pieces of the file are not needed any more. */
    public void finish(Connection connection, long jobId, Optional<Refusal> refused) throws SQLException {
        var sql = "update import_job set finished_at = utc_timestamp(3), refused = ?, refused_why = ?, state = ?, "
                + "records = (select coalesce(max(number), 0) from import_line where job_id = ?) where id = ?";
        Sql.update(
                connection,
                sql,
                refused.map(Refusal::sentence).orElse(null),
                refused.map(Refusal::why).orElse(null),
                word(refused.isEmpty() ? State.COMMITTED : State.REFUSED),
                jobId,
                jobId);
        removePieces(connection, jobId);
    }

    /** @param first number of the first of these pieces of the file, from 0 */
    public void addPieces(Connection connection, long jobId, int first, List<byte[]> pieces) throws SQLException {
        var number = new int[] {first};
        var sql = "insert into import_piece (job_id, number, bytes) values (?, ?, ?)";
        Sql.batch(connection, sql, pieces, (statement, bytes) -> {
            statement.setLong(1, jobId);
            statement.setInt(2, number[0]++);
            statement.setBytes(3, bytes);
        });
    }

    /** Piece {@code number} of the file, from 0; empty after the last. */
    public Optional<byte[]> findPiece(Connection connection, long jobId, int number) throws SQLException {
        var sql = "select bytes from import_piece where job_id = ? and number = ?";
        return Sql.first(connection, sql, row -> row.getBytes(1), jobId, number);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ImportStatus;
import org.carrel.catalog.PastImport;
import org.carrel.platform.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Reads imports and their lines for people. Lines stand in {@code import_line} once they are done, and in {@code
 * import_plan} while the import waits: what is done goes before what is planned.
 */
public final class ImportHistoryStore {
    private static final String LOG = "import_line";
    private static final String PLAN = "import_plan";
    private static final String IMPORT =
            "select j.id, j.file_name, s.code, j.started_at, j.state, j.refused, j.refused_why from import_job j "
                    + "join site s on s.id = j.site_id ";

    private static final String OF_SITE = "where (? is null or s.code = ?) ";

    public int countImports(Connection connection, Optional<String> site) throws SQLException {
        var sql = "select count(*) from import_job j join site s on s.id = j.site_id " + OF_SITE;
        return Sql.first(connection, sql, row -> row.getInt(1), site.orElse(null), site.orElse(null))
                .orElse(0);
    }

    /** The newest first. @param site code; empty: all */
    public List<PastImport> findImports(Connection connection, Optional<String> site, int skip, int limit)
            throws SQLException {
        var sql = IMPORT + OF_SITE + "order by j.id desc limit ? offset ?";
        return counted(
                connection,
                Sql.list(connection, sql, ImportHistoryStore::job, site.orElse(null), site.orElse(null), limit, skip));
    }

    public Optional<String> siteOf(Connection connection, long number) throws SQLException {
        var sql = "select s.code from import_job j join site s on s.id = j.site_id where j.id = ?";
        return Sql.first(connection, sql, row -> row.getString(1), number);
    }

    /** Imports by this profile, the newest first. */
    public List<PastImport> findOfProfile(Connection connection, long profileId, int limit) throws SQLException {
        var sql = IMPORT + "where j.profile_id = ? order by j.id desc limit ?";
        return counted(connection, Sql.list(connection, sql, ImportHistoryStore::job, profileId, limit));
    }

    public Optional<PastImport> findImport(Connection connection, long number) throws SQLException {
        var jobs = Sql.list(connection, IMPORT + "where j.id = ?", ImportHistoryStore::job, number);
        return counted(connection, jobs).stream().findFirst();
    }

    /** Where the lines of the import stand. */
    public ImportLineStore lines(Connection connection, long number) throws SQLException {
        return ImportLineStore.LOG.last(connection, number) > 0 ? ImportLineStore.LOG : ImportLineStore.PLAN;
    }

    public Optional<byte[]> findOriginal(Connection connection, long number, int line) throws SQLException {
        var sql = "select original from " + table(connection, number)
                + " where job_id = ? and number = ? and original is not null";
        return Sql.first(connection, sql, row -> row.getBytes(1), number, line);
    }

    /** A record that was not taken in, as it came. */
    @SuppressWarnings("ArrayRecordComponent") // on its way to a file, never compared
    public record Rejected(int number, byte[] bytes) {}

    /** The rejected records after this number, in the order of the file. */
    public List<Rejected> findRejected(Connection connection, long number, int after, int limit) throws SQLException {
        var sql = "select number, original from " + table(connection, number)
                + " where job_id = ? and outcome = 'rejected' and number > ? and original is not null"
                + " order by number limit ?";
        return Sql.list(connection, sql, row -> new Rejected(row.getInt(1), row.getBytes(2)), number, after, limit);
    }

    /**
     * How far the work at an import is.
     *
     * @param fileBytes of the file as it came
     * @param doneBytes where the last record that is done begins; only of use where the file is no archive
     * @param began when the process at work began; null for not yet, or before such times were kept
     * @param before how many records were done by then
     */
    public record Work(
            ImportStatus.State state,
            long fileBytes,
            @Nullable Integer records,
            int done,
            long doneBytes,
            @Nullable LocalDateTime began,
            int before) {}

    public Optional<Work> findWork(Connection connection, long number) throws SQLException {
        var planning = Sql.first(
                connection,
                "select state in ('planning', 'planned') from import_job where id = ?",
                row -> row.getBoolean(1),
                number);
        if (planning.isEmpty()) return Optional.empty();
        var sql = "select j.state, j.file_bytes, j.records, coalesce(l.number, 0), coalesce(l.byte_offset, 0), "
                + "j.run_began_at, j.run_began_after from import_job j left join " + (planning.get() ? PLAN : LOG)
                + " l on l.job_id = j.id where j.id = ? order by l.number desc limit 1";
        return Sql.first(connection, sql, ImportHistoryStore::work, number);
    }

    private static Work work(ResultSet row) throws SQLException {
        return new Work(
                ImportStatus.State.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getLong(2),
                row.getObject(3, Integer.class),
                row.getInt(4),
                row.getLong(5),
                row.getObject(6, LocalDateTime.class),
                row.getInt(7));
    }

    private static String table(Connection connection, long number) throws SQLException {
        var sql = "select 1 from import_line where job_id = ? limit 1";
        return Sql.first(connection, sql, row -> LOG, number).orElse(PLAN);
    }

    private static List<PastImport> counted(Connection connection, List<Job> jobs) throws SQLException {
        var done = counts(connection, LOG, jobs);
        var planned = counts(connection, PLAN, jobs);
        return jobs.stream()
                .map(job -> job.with(done.getOrDefault(job.id(), planned.getOrDefault(job.id(), Map.of()))))
                .toList();
    }

    private static Map<Long, Map<Outcome, Integer>> counts(Connection connection, String table, List<Job> jobs)
            throws SQLException {
        var counts = new HashMap<Long, Map<Outcome, Integer>>();
        if (jobs.isEmpty()) return counts;
        var sql = "select job_id, outcome, count(*) from " + table + " where job_id in (" + Sql.marks(jobs.size())
                + ") group by job_id, outcome";
        var ids = new ArrayList<Object>(jobs.stream().map(Job::id).toList());
        Sql.list(
                connection,
                sql,
                row -> counts.computeIfAbsent(row.getLong(1), id -> new EnumMap<>(Outcome.class))
                        .put(outcome(row.getString(2)), row.getInt(3)),
                ids.toArray());
        return counts;
    }

    private record Job(
            long id,
            String file,
            String site,
            LocalDateTime started,
            ImportStatus.State state,
            @Nullable String refused,
            @Nullable String why) {
        PastImport with(Map<Outcome, Integer> outcomes) {
            return new PastImport(
                    id,
                    file,
                    site,
                    started.toInstant(ZoneOffset.UTC),
                    state,
                    Objects.requireNonNullElse(refused, ""),
                    Remarks.refusal(why, refused),
                    outcomes);
        }
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDateTime.class),
                ImportStatus.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                row.getString(6),
                row.getString(7));
    }

    private static Outcome outcome(String word) {
        return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    }
}

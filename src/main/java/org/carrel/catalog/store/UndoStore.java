package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carrel.catalog.UndoReport.Outcome;
import org.carrel.platform.Sql;

/** What imports wrote, and the log of what undoing them did. */
public final class UndoStore {
    /** An import that is undone, or being undone, leaves no state behind that could be restored. */
    private static final String STANDS =
            "(%s.import_job_id is null or exists (select 1 from import_job j where j.id = %s.import_job_id "
                    + "and j.state not in ('undoing', 'undone')))";

    /**
     * A record or copy that an import wrote at some time.
     *
     * @param written true when the present state is the import's, false when it was changed since
     * @param byImport whether a later import did that; else a person
     * @param earlier the newest earlier version that is not of an undone import; empty when there is none
     */
    public record Touched(long id, boolean written, boolean byImport, Optional<Integer> earlier) {}

    /** Of a copy besides: its record, its barcode and how often it was lent. */
    public record TouchedCopy(Touched touched, long bibId, String title, String barcode, int circulations) {}

    /** Copies the import wrote and the log does not have yet, above {@code after}, ascending. */
    public List<TouchedCopy> findCopies(Connection connection, long jobId, long after, int limit) throws SQLException {
        var sql = """
                select i.id, coalesce(i.import_job_id = ?, false), i.import_job_id is not null,
                    (select max(v.version) from item_version v where v.item_id = i.id and %s),
                    i.bib_id, b.title, coalesce(i.barcode, ''),
                    i.circulations + exists (select 1 from item_lent l where l.item_id = i.id)
                from item i join bib_record b on b.id = i.bib_id
                where i.id in (select id from item where import_job_id = ?
                               union select item_id from item_version where import_job_id = ?)
                    and not exists (select 1 from import_undo u where u.job_id = ? and u.item_id = i.id) and i.id > ?
                order by i.id limit ?
                """.formatted(STANDS.formatted("v", "v"));
        return Sql.list(
                connection,
                sql,
                row -> new TouchedCopy(touched(row), row.getLong(5), row.getString(6), row.getString(7), row.getInt(8)),
                jobId,
                jobId,
                jobId,
                jobId,
                after,
                limit);
    }

    /** A record the import wrote; {@code copies} are those that stand at it now. */
    public record TouchedBib(Touched touched, String title, int copies) {}

    public List<TouchedBib> findBibs(Connection connection, long jobId, long after, int limit) throws SQLException {
        var sql = """
                select b.id, coalesce(b.import_job_id = ?, false), b.import_job_id is not null,
                    (select max(v.version) from bib_version v where v.bib_id = b.id and %s),
                    b.title, (select count(*) from item i where i.bib_id = b.id)
                from bib_record b
                where b.id in (select id from bib_record where import_job_id = ?
                               union select bib_id from bib_version where import_job_id = ?)
                    and not exists (select 1 from import_undo u
                                    where u.job_id = ? and u.bib_id = b.id and u.item_id = 0) and b.id > ?
                order by b.id limit ?
                """.formatted(STANDS.formatted("v", "v"));
        return Sql.list(
                connection,
                sql,
                row -> new TouchedBib(touched(row), row.getString(5), row.getInt(6)),
                jobId,
                jobId,
                jobId,
                jobId,
                after,
                limit);
    }

    private static Touched touched(ResultSet row) throws SQLException {
        return new Touched(
                row.getLong(1),
                row.getBoolean(2),
                row.getBoolean(3),
                Optional.ofNullable(row.getObject(4, Integer.class)));
    }

    /** Nobody lends these copies, or changes them, until the transaction ends. */
    public void lockCopies(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        var sql = "select id from item where id in (" + Sql.marks(ids.size()) + ") order by id for update";
        Sql.list(connection, sql, row -> row.getLong(1), ids.toArray());
    }

    public void removeCopies(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        Sql.update(connection, "delete from item where id in (" + Sql.marks(ids.size()) + ")", ids.toArray());
    }

    public void removeBibs(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) return;
        var marks = Sql.marks(ids.size());
        Sql.update(connection, "delete from bib_version where bib_id in (" + marks + ")", ids.toArray());
        Sql.update(connection, "delete from bib_record where id in (" + marks + ")", ids.toArray());
    }

    /** Which import wrote this version of the copy; empty for none. */
    public Optional<Long> findJobOfCopyVersion(Connection connection, long id, int version) throws SQLException {
        var sql = "select import_job_id from item_version where item_id = ? and version = ?";
        return Sql.list(connection, sql, row -> Optional.ofNullable(row.getObject(1, Long.class)), id, version).stream()
                .findFirst()
                .flatMap(job -> job);
    }

    /** An earlier version as a row that can be written over the present one: source, number and title are left empty. */
    public StoredBib findBibVersion(Connection connection, long id, int version) throws SQLException {
        var sql = """
                select marc, original, original_format, original_encoding, incoming_hash, import_job_id
                from bib_version where bib_id = ? and version = ?
                """;
        return Sql.first(
                        connection,
                        sql,
                        row -> new StoredBib(
                                id,
                                "",
                                "",
                                "",
                                version,
                                row.getString(1),
                                row.getBytes(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBytes(5),
                                row.getObject(6, Long.class)),
                        id,
                        version)
                .orElseThrow();
    }

    /** One state of a record and the import that wrote it; empty for a person. */
    public record State(String marc, Optional<Long> importJobId) {}

    /** All states of the record from the first to the present one; empty when it is not there. */
    public List<State> findStates(Connection connection, long bibId) throws SQLException {
        var sql = """
                select version, marc, import_job_id from bib_version where bib_id = ?
                union all select version, marc, import_job_id from bib_record where id = ? order by version
                """;
        return Sql.list(
                connection,
                sql,
                row -> new State(row.getString(2), Optional.ofNullable(row.getObject(3, Long.class))),
                bibId,
                bibId);
    }

    /** One line of the log: {@code itemId} is 0 for the record itself. */
    public record Line(long bibId, long itemId, String title, String barcode, Outcome outcome) {}

    public void log(Connection connection, long jobId, List<Line> lines) throws SQLException {
        var sql =
                "insert into import_undo (job_id, bib_id, item_id, title, barcode, outcome) values (?, ?, ?, ?, ?, ?)";
        Sql.batch(connection, sql, lines, (statement, line) -> {
            statement.setLong(1, jobId);
            statement.setLong(2, line.bibId());
            statement.setLong(3, line.itemId());
            statement.setString(4, line.title());
            statement.setString(5, line.barcode());
            statement.setString(6, line.outcome().name().toLowerCase(Locale.ROOT));
        });
    }

    public void finish(Connection connection, long jobId) throws SQLException {
        var sql = "update import_job set state = 'undone', undone_at = utc_timestamp(3) where id = ?";
        Sql.update(connection, sql, jobId);
    }

    /** How many records (true) and copies (false) had each outcome. */
    public Map<Outcome, Integer> count(Connection connection, long jobId, boolean records) throws SQLException {
        var sql = "select outcome, count(*) from import_undo where job_id = ? and (item_id = 0) = ? group by outcome";
        var counts = new TreeMap<Outcome, Integer>();
        Sql.list(connection, sql, row -> counts.put(outcome(row.getString(1)), row.getInt(2)), jobId, records);
        return counts;
    }

    /** What was left as it is, in the order of the records. */
    public List<Line> findKept(Connection connection, long jobId, int limit) throws SQLException {
        var sql = """
                select bib_id, item_id, title, barcode, outcome from import_undo
                where job_id = ? and outcome not in ('removed', 'restored') order by bib_id, item_id limit ?
                """;
        return Sql.list(
                connection,
                sql,
                row -> new Line(
                        row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), outcome(row.getString(5))),
                jobId,
                limit);
    }

    private static Outcome outcome(String word) {
        return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    }
}

package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.catalog.BatchLine;
import org.carrel.catalog.BatchRefusal;
import org.carrel.catalog.RecordBatch.Outcome;
import org.carrel.catalog.RecordBatch.Source;
import org.carrel.catalog.RecordBatch.State;
import org.carrel.catalog.RecordBatch.Undone;
import org.carrel.catalog.rules.Texts;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.jspecify.annotations.Nullable;

/** The tables of batches: what was asked, and a line for each record or copy. */
public final class BatchStore {
    private static final String BATCH = "select b.id, b.asked, b.source, b.source_text, b.unknown_barcodes, b.state, "
            + "b.account_id, b.site_id, b.asked_at, a.display_name, s.code from record_batch b "
            + "left join account a on a.id = b.account_id left join site s on s.id = b.site_id ";

    private static final String COPIES =
            "select i.bib_id, i.id from item i where i.withdrawn_on is null and not exists "
                    + "(select 1 from bib_unlisted u where u.bib_id = i.bib_id) and ";

    private static final int BARCODES_AT_ONCE = 500;

    /** Lines that the present work has not reached. */
    public enum Open {
        TO_PLAN("planned is null"),
        TO_DO("outcome is null"),
        TO_UNDO("outcome = 'changed' and undone is null");

        private final String where;

        Open(String where) {
            this.where = where;
        }
    }

    /**
     * A batch as it is stored.
     *
     * @param asked the step as JSON
     * @param unknown barcodes, a line for each
     * @param site number of the only site whose copies it changes; its code in {@code siteCode}
     */
    public record Row(
            long id,
            String asked,
            Source source,
            String words,
            String unknown,
            State state,
            @Nullable Long account,
            @Nullable Integer site,
            Instant at,
            Optional<String> by,
            Optional<String> siteCode) {}

    /** What is added. @param site null: copies of all sites */
    public record New(
            UUID request,
            String asked,
            Source source,
            String words,
            String unknown,
            State state,
            long account,
            @Nullable Integer site,
            Instant at) {}

    /** A record, or a copy of it. @param item 0 for the record itself */
    public record Target(long bib, long item) {}

    /** A line to be worked on. @param before version that stood when it was changed @param after the one it has since */
    public record Line(int number, long bib, long item, OptionalInt before, OptionalInt after) {}

    /** What becomes of a line. @param before 0 where there is nothing */
    public record Fate(int number, Outcome outcome, Optional<BatchRefusal> why, String detail, int before, int after) {}

    /** The number of the batch that this form has made already. */
    public OptionalLong findRequest(Connection connection, UUID request) throws SQLException {
        return Sql.first(
                        connection,
                        "select id from record_batch where request_id = ?",
                        row -> row.getLong(1),
                        request.toString())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Returns its number; that of the one that is there when another node was quicker with the same form. */
    public long add(Connection connection, New batch) throws SQLException {
        var sql = """
                insert into record_batch (request_id, asked, source, source_text, unknown_barcodes, state, account_id, site_id, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """;
        return Sql.first(
                        connection,
                        sql,
                        row -> row.getLong(1),
                        batch.request().toString(),
                        batch.asked(),
                        word(batch.source()),
                        batch.words(),
                        batch.unknown(),
                        word(batch.state()),
                        batch.account(),
                        batch.site(),
                        Utc.of(batch.at()))
                .orElseThrow();
    }

    /** @param first number of the first of them */
    public void addLines(Connection connection, long batch, Collection<Target> targets, int first) throws SQLException {
        record Numbered(int number, Target target) {}
        var rows = new ArrayList<Numbered>();
        for (var target : targets) rows.add(new Numbered(first + rows.size(), target));
        var sql = "insert into record_batch_line (batch_id, number, bib_id, item_id) values (?, ?, ?, ?)";
        Sql.batch(connection, sql, rows, (statement, row) -> {
            statement.setLong(1, batch);
            statement.setInt(2, row.number());
            statement.setLong(3, row.target().bib());
            statement.setLong(4, row.target().item());
        });
    }

    public Optional<Row> find(Connection connection, long id) throws SQLException {
        return Sql.first(connection, BATCH + "where b.id = ?", BatchStore::row, id);
    }

    /** Nobody else works on it, or changes how far it is, until the transaction ends. */
    public Optional<Row> lock(Connection connection, long id) throws SQLException {
        Sql.first(connection, "select id from record_batch where id = ? for update", row -> row.getLong(1), id);
        return find(connection, id);
    }

    /** Newest first. @param site null: of all sites */
    public List<Row> latest(Connection connection, @Nullable Integer site, int limit) throws SQLException {
        var sql = BATCH + "where ? is null or b.site_id = ? order by b.id desc limit ?";
        return Sql.list(connection, sql, BatchStore::row, site, site, limit);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                Source.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4),
                row.getString(5),
                State.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getObject(7, Long.class),
                row.getObject(8, Integer.class),
                Utc.instant(row, 9),
                Optional.ofNullable(row.getString(10)),
                Optional.ofNullable(row.getString(11)));
    }

    /** Those that the server is to work on, oldest first. */
    public List<Long> findMoving(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select id from record_batch where state in ('planning', 'running', 'undoing') order by id",
                row -> row.getLong(1));
    }

    /** False when it is not, or no more, in the first state. */
    public boolean change(Connection connection, long id, State from, State to) throws SQLException {
        return Sql.update(
                        connection,
                        "update record_batch set state = ? where id = ? and state = ?",
                        word(to),
                        id,
                        word(from))
                == 1;
    }

    public void finished(Connection connection, long id, Instant at) throws SQLException {
        Sql.update(connection, "update record_batch set finished_at = ? where id = ?", Utc.of(at), id);
    }

    public void undoneBy(Connection connection, long id, long account, Instant at) throws SQLException {
        Sql.update(
                connection,
                "update record_batch set undone_by = ?, undone_at = ? where id = ?",
                account,
                Utc.of(at),
                id);
    }

    /** Who takes it back; empty as long as nobody does. */
    public OptionalLong undoneBy(Connection connection, long id) throws SQLException {
        var sql = "select undone_by from record_batch where id = ? and undone_by is not null";
        return Sql.first(connection, sql, row -> row.getLong(1), id)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    public List<Line> next(Connection connection, long batch, Open open, int limit) throws SQLException {
        var sql = "select number, bib_id, item_id, version_before, version_after from record_batch_line "
                + "where batch_id = ? and " + open.where + " order by number limit ?";
        return Sql.list(connection, sql, BatchStore::line, batch, limit);
    }

    /** Lines of which the plan says that they would change, the first ones. */
    public List<Line> wouldChange(Connection connection, long batch, int limit) throws SQLException {
        var sql = "select number, bib_id, item_id, version_before, version_after from record_batch_line "
                + "where batch_id = ? and planned = 'changed' order by number limit ?";
        return Sql.list(connection, sql, BatchStore::line, batch, limit);
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getInt(1), row.getLong(2), row.getLong(3), someInt(row, 4), someInt(row, 5));
    }

    private static OptionalInt someInt(ResultSet row, int column) throws SQLException {
        var number = row.getObject(column, Integer.class);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public void plan(Connection connection, long batch, List<Fate> fates) throws SQLException {
        var sql = "update record_batch_line set planned = ?, why = ?, detail = ? where batch_id = ? and number = ?";
        Sql.batch(connection, sql, fates, (statement, fate) -> {
            statement.setString(1, word(fate.outcome()));
            statement.setString(2, fate.why().map(BatchStore::word).orElse(""));
            statement.setString(3, cut(fate.detail()));
            statement.setLong(4, batch);
            statement.setInt(5, fate.number());
        });
    }

    /** What was planned stays beside what was done. */
    public void done(Connection connection, long batch, List<Fate> fates) throws SQLException {
        var sql = "update record_batch_line set outcome = ?, why = ?, detail = ?, version_before = nullif(?, 0), "
                + "version_after = nullif(?, 0) where batch_id = ? and number = ?";
        Sql.batch(connection, sql, fates, (statement, fate) -> {
            statement.setString(1, word(fate.outcome()));
            statement.setString(2, fate.why().map(BatchStore::word).orElse(""));
            statement.setString(3, cut(fate.detail()));
            statement.setInt(4, fate.before());
            statement.setInt(5, fate.after());
            statement.setLong(6, batch);
            statement.setInt(7, fate.number());
        });
    }

    public void undone(Connection connection, long batch, Map<Integer, Undone> lines) throws SQLException {
        var sql = "update record_batch_line set undone = ? where batch_id = ? and number = ?";
        Sql.batch(connection, sql, lines.entrySet(), (statement, line) -> {
            statement.setString(1, word(line.getValue()));
            statement.setLong(2, batch);
            statement.setInt(3, line.getKey());
        });
    }

    private static String cut(String text) {
        return Texts.cut(text, 200);
    }

    public int countLines(Connection connection, long batch) throws SQLException {
        return Sql.first(
                        connection,
                        "select count(*) from record_batch_line where batch_id = ?",
                        row -> row.getInt(1),
                        batch)
                .orElse(0);
    }

    public Map<Outcome, Integer> countPlanned(Connection connection, long batch) throws SQLException {
        return count(connection, batch, "planned", Outcome.class);
    }

    public Map<Outcome, Integer> countDone(Connection connection, long batch) throws SQLException {
        return count(connection, batch, "outcome", Outcome.class);
    }

    public Map<Undone, Integer> countUndone(Connection connection, long batch) throws SQLException {
        return count(connection, batch, "undone", Undone.class);
    }

    private static <E extends Enum<E>> Map<E, Integer> count(
            Connection connection, long batch, String column, Class<E> type) throws SQLException {
        var counts = new EnumMap<E, Integer>(type);
        var sql = "select " + column + ", count(*) from record_batch_line where batch_id = ? and " + column
                + " is not null group by " + column;
        Sql.list(connection, sql, row -> Map.entry(row.getString(1), row.getInt(2)), batch)
                .forEach(one -> counts.put(Enum.valueOf(type, one.getKey().toUpperCase(Locale.ROOT)), one.getValue()));
        return counts;
    }

    /** What a list of lines shows. @param undone only those with this; else those with the outcome, done or planned */
    public record Wanted(Optional<Outcome> outcome, Optional<Undone> undone, int after, int limit) {}

    /** In the order of the batch. */
    public List<BatchLine> lines(Connection connection, long batch, Wanted wanted) throws SQLException {
        var sql = """
                select l.number, l.bib_id, l.item_id, coalesce(b.title, ''), coalesce(i.barcode, ''), coalesce(l.outcome, l.planned),
                    l.why, l.detail, l.undone
                from record_batch_line l left join bib_record b on b.id = l.bib_id left join item i on i.id = l.item_id
                where l.batch_id = ? and (? is null or coalesce(l.outcome, l.planned) = ?) and (? is null or l.undone = ?)
                    and l.number > ?
                order by l.number limit ?
                """;
        var outcome = wanted.outcome().map(BatchStore::word).orElse(null);
        var undone = wanted.undone().map(BatchStore::word).orElse(null);
        return Sql.list(
                connection,
                sql,
                BatchStore::shown,
                batch,
                outcome,
                outcome,
                undone,
                undone,
                wanted.after(),
                wanted.limit());
    }

    private static BatchLine shown(ResultSet row) throws SQLException {
        var item = row.getLong(3);
        return new BatchLine(
                row.getInt(1),
                row.getLong(2),
                item == 0 ? OptionalLong.empty() : OptionalLong.of(item),
                row.getString(4),
                row.getString(5),
                constant(row.getString(6), Outcome.class),
                constant(row.getString(7), BatchRefusal.class),
                row.getString(8),
                constant(row.getString(9), Undone.class));
    }

    private static <E extends Enum<E>> Optional<E> constant(@Nullable String word, Class<E> type) {
        return word == null || word.isEmpty()
                ? Optional.empty()
                : Optional.of(Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Records whose present state this import wrote, and those of which it wrote a copy: by number. */
    public List<Long> findRecordsOfImport(Connection connection, long job) throws SQLException {
        var sql = "select id from bib_record where import_job_id = ? and " + BibStore.LISTED
                + " union select i.bib_id from item i where i.import_job_id = ? order by 1";
        return Sql.list(connection, sql, row -> row.getLong(1), job, job);
    }

    /** Copies whose present state this import wrote. */
    public List<Target> findCopiesOfImport(Connection connection, long job, @Nullable Integer site)
            throws SQLException {
        var sql = COPIES + "i.import_job_id = ? and (? is null or i.site_id = ?) order by i.bib_id, i.id";
        return Sql.list(connection, sql, BatchStore::target, job, site, site);
    }

    private static Target target(ResultSet row) throws SQLException {
        return new Target(row.getLong(1), row.getLong(2));
    }

    /** Copies of these records that are ours. */
    public List<Target> findCopiesOf(Connection connection, Collection<Long> bibs, @Nullable Integer site)
            throws SQLException {
        var found = new ArrayList<Target>();
        for (var some : Parts.of(bibs)) {
            var values = new ArrayList<@Nullable Object>(some);
            values.add(site);
            values.add(site);
            var sql = COPIES + "i.bib_id in (" + Sql.marks(some.size()) + ") and (? is null or i.site_id = ?) "
                    + "order by i.bib_id, i.id";
            found.addAll(Sql.list(connection, sql, BatchStore::target, values.toArray()));
        }
        return found;
    }

    /** Copies with these barcodes by barcode, withdrawn ones too. */
    public Map<String, Target> findByBarcode(Connection connection, Collection<String> barcodes) throws SQLException {
        var found = new HashMap<String, Target>();
        var all = List.copyOf(barcodes);
        for (var from = 0; from < all.size(); from += BARCODES_AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + BARCODES_AT_ONCE));
            var sql = "select i.barcode, i.bib_id, i.id from item i where i.barcode in (" + Sql.marks(some.size())
                    + ") and not exists (select 1 from bib_unlisted u where u.bib_id = i.bib_id)";
            Sql.list(
                            connection,
                            sql,
                            row -> Map.entry(row.getString(1), new Target(row.getLong(2), row.getLong(3))),
                            some.toArray())
                    .forEach(one -> found.put(one.getKey(), one.getValue()));
        }
        return found;
    }

    /** These records are part of another one from now on, and shown nowhere. */
    public void merged(Connection connection, Collection<Long> bibs, long into, long batch) throws SQLException {
        var sql = "insert into bib_merged (bib_id, into_bib_id, batch_id) values (?, ?, ?)";
        Sql.batch(connection, sql, bibs, (statement, bib) -> {
            statement.setLong(1, bib);
            statement.setLong(2, into);
            statement.setLong(3, batch);
        });
    }

    /** Nothing recognises them any more. */
    public void removeKeys(Connection connection, Collection<Long> bibs) throws SQLException {
        for (var some : Parts.of(bibs))
            Sql.update(
                    connection, "delete from bib_key where bib_id in (" + Sql.marks(some.size()) + ")", some.toArray());
    }

    public void unmerge(Connection connection, long batch) throws SQLException {
        Sql.update(connection, "delete from bib_merged where batch_id = ?", batch);
    }

    /** Of which record a record became part; empty when it did not. */
    public OptionalLong findMergedInto(Connection connection, long bib) throws SQLException {
        return Sql.first(connection, "select into_bib_id from bib_merged where bib_id = ?", row -> row.getLong(1), bib)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** What moved to another record. @param bib from which */
    public record Moved(String kind, long bib, long thing) {}

    public void addMoved(Connection connection, long batch, Collection<Moved> moved) throws SQLException {
        var sql = "insert into record_batch_moved (batch_id, kind, bib_id, thing_id) values (?, ?, ?, ?)";
        Sql.batch(connection, sql, moved, (statement, one) -> {
            statement.setLong(1, batch);
            statement.setString(2, one.kind());
            statement.setLong(3, one.bib());
            statement.setLong(4, one.thing());
        });
    }

    public List<Moved> findMoved(Connection connection, long batch) throws SQLException {
        return Sql.list(
                connection,
                "select kind, bib_id, thing_id from record_batch_moved where batch_id = ? order by kind, bib_id, thing_id",
                row -> new Moved(row.getString(1), row.getLong(2), row.getLong(3)),
                batch);
    }
}

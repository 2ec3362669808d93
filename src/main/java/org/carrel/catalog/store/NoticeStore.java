package org.carrel.catalog.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.carrel.catalog.ImportNotices;
import org.carrel.catalog.ImportNotices.Example;
import org.carrel.catalog.ImportNotices.Notice;
import org.carrel.platform.Sql;

/** Counts what planning noted of each record of a file. */
public final class NoticeStore {
    private static final String LOG = "import_line";
    private static final String PLAN = "import_plan";

    /** What a notice is about, in terms of a line {@code l}. */
    private enum Kind {
        TWICE("l.twin_bib_id is not null or l.twin_line is not null", "0", "l.twin_bib_id", "l.twin_line"),
        WITHOUT_SHELF("l.copies_without_shelf > 0", "l.copies_without_shelf", "null", "null"),
        WITHOUT_BARCODE("l.copies_without_barcode > 0", "l.copies_without_barcode", "null", "null"),
        WITHOUT_COPIES("l.without_copies", "0", "null", "null"),
        DELETIONS("l.problem in ('DELETION_ASKED', 'DELETION_DONE')", "0", "l.match_bib_id", "l.met_line");

        private final String condition;
        private final String copies;
        private final String otherBib;
        private final String otherLine;

        Kind(String condition, String copies, String otherBib, String otherLine) {
            this.condition = condition;
            this.copies = copies;
            this.otherBib = otherBib;
            this.otherLine = otherLine;
        }

        private String count(String table) {
            var each = copies.equals("0") ? "1" : copies;
            return "coalesce(sum(if(" + condition(table) + ", " + each + ", 0)), 0)";
        }

        /** What an import loaded without a copy may have got one since, from a later record of the same file or a person. */
        private String condition(String table) {
            return this == WITHOUT_COPIES && table.equals(LOG)
                    ? condition + " and not exists (select 1 from item i where i.bib_id = l.bib_id)"
                    : condition;
        }
    }

    /** Of the plan while the import waits, of the log afterwards; empty when there is neither. */
    public Optional<ImportNotices> find(Connection connection, long jobId) throws SQLException {
        for (var table : List.of(PLAN, LOG)) {
            var sql = "select 1 from " + table + " where job_id = ? limit 1";
            if (Sql.first(connection, sql, row -> true, jobId).isPresent()) {
                return Optional.of(find(connection, table, jobId));
            }
        }
        return Optional.empty();
    }

    private static ImportNotices find(Connection connection, String table, long jobId) throws SQLException {
        var sums = Arrays.stream(Kind.values()).map(kind -> kind.count(table)).collect(Collectors.joining(", "));
        var sql = "select " + sums + " from " + table + " l where l.job_id = ?";
        var counts = Sql.first(connection, sql, NoticeStore::counts, jobId).orElseThrow();
        return new ImportNotices(
                notice(connection, table, jobId, Kind.TWICE, counts),
                notice(connection, table, jobId, Kind.WITHOUT_SHELF, counts),
                notice(connection, table, jobId, Kind.WITHOUT_BARCODE, counts),
                notice(connection, table, jobId, Kind.WITHOUT_COPIES, counts),
                notice(connection, table, jobId, Kind.DELETIONS, counts));
    }

    private static int[] counts(ResultSet row) throws SQLException {
        var counts = new int[Kind.values().length];
        for (var i = 0; i < counts.length; i++) counts[i] = row.getInt(i + 1);
        return counts;
    }

    private static Notice notice(Connection connection, String table, long jobId, Kind kind, int[] counts)
            throws SQLException {
        var count = counts[kind.ordinal()];
        if (count == 0) return new Notice(0, List.of());
        var sql = """
                select l.number, l.control_number, coalesce(nullif(l.title, ''), b.title, r.title, ''), %s, %s, %s
                from %s l
                left join bib_record b on b.id = l.match_bib_id
                left join removed_bib_record r on r.id = l.match_bib_id
                where l.job_id = ? and (%s) order by l.number limit ?
                """.formatted(kind.copies, kind.otherBib, kind.otherLine, table, kind.condition(table));
        return new Notice(count, Sql.list(connection, sql, NoticeStore::example, jobId, ImportNotices.MAX_EXAMPLES));
    }

    private static Example example(ResultSet row) throws SQLException {
        var line = row.getObject(6, Integer.class);
        return new Example(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                Optional.ofNullable(row.getObject(5, Long.class)),
                line == null ? OptionalInt.empty() : OptionalInt.of(line));
    }
}

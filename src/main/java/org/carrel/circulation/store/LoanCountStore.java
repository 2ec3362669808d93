package org.carrel.circulation.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.carrel.circulation.GradeBand;
import org.carrel.circulation.rules.GradeBands;
import org.carrel.patrons.PatronCategory;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;

/** How much is lent. Loans that are known are counted as they are; those that are forgotten are in a table of sums. */
public final class LoanCountStore {
    /** What is counted together. @param material code of the item type, or empty */
    public record Cell(int site, YearMonth month, GradeBand band, String material) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            var bySite = Integer.compare(site, other.site);
            var byMonth = bySite != 0 ? bySite : month.compareTo(other.month);
            var byBand = byMonth != 0 ? byMonth : band.compareTo(other.band);
            return byBand != 0 ? byBand : material.compareTo(other.material);
        }
    }

    private static final String LOANS = """
            select l.site_id, l.zone, l.lent_at, l.patron_category, l.grade, coalesce(t.code, '')
            from loan l join item i on i.id = l.item_id left join item_type t on t.id = i.item_type_id
            where l.patron_id is not null and (l.ended is null or l.ended <> 'undone') and
            """;

    private static Cell cell(ResultSet row) throws SQLException {
        var lent = Utc.instant(row, 3).atZone(ZoneId.of(row.getString(2)));
        var category = PatronCategory.valueOf(row.getString(4).toUpperCase(Locale.ROOT));
        return new Cell(
                row.getInt(1), YearMonth.from(lent), GradeBands.of(category, row.getString(5)), row.getString(6));
    }

    /** Puts loans into the sums that are about to be forgotten; in the order of the cells, so that nobody waits for each other. */
    void count(Connection connection, Collection<Long> loans) throws SQLException {
        var cells = new TreeMap<Cell, Integer>();
        Sql.list(connection, LOANS + "l.id in (" + Sql.marks(loans.size()) + ")", LoanCountStore::cell, loans.toArray())
                .forEach(cell -> cells.merge(cell, 1, Integer::sum));
        for (var cell : cells.entrySet()) {
            Sql.update(
                    connection,
                    "insert into loan_count (site_id, month, band, material, loans) values (?, ?, ?, ?, ?) "
                            + "on duplicate key update loans = loans + values(loans)",
                    cell.getKey().site(),
                    cell.getKey().month().atDay(1),
                    word(cell.getKey().band()),
                    cell.getKey().material(),
                    cell.getValue());
        }
    }

    private static String word(GradeBand band) {
        return band.name().toLowerCase(Locale.ROOT);
    }

    /** Of these months, the sums and what is still known. @param site code */
    public Map<Cell, Integer> find(Connection connection, String site, YearMonth from, YearMonth to)
            throws SQLException {
        var cells = new TreeMap<Cell, Integer>();
        var sums =
                "select c.site_id, c.month, c.band, c.material, c.loans from loan_count c join site s on s.id = c.site_id "
                        + "where s.code = ? and c.month between ? and ?";
        Sql.list(
                connection,
                sums,
                row -> cells.merge(
                        new Cell(
                                row.getInt(1),
                                YearMonth.from(row.getObject(2, LocalDate.class)),
                                GradeBand.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                row.getString(4)),
                        row.getInt(5),
                        Integer::sum),
                site,
                from.atDay(1),
                to.atDay(1));
        // A day more on both sides: the month is that of the loan's zone.
        List<Cell> known = Sql.list(
                connection,
                LOANS + "l.site_id = (select id from site where code = ?) and l.lent_at between ? and ?",
                LoanCountStore::cell,
                site,
                from.atDay(1).minusDays(1).atStartOfDay(),
                to.atEndOfMonth().plusDays(2).atStartOfDay());
        for (var cell : known) {
            if (!cell.month().isBefore(from) && !cell.month().isAfter(to)) cells.merge(cell, 1, Integer::sum);
        }
        return cells;
    }

    /** Names of item types by code. */
    public Map<String, String> materials(Connection connection) throws SQLException {
        var names = new TreeMap<String, String>();
        Sql.list(connection, "select code, name from item_type", row -> names.put(row.getString(1), row.getString(2)));
        return names;
    }
}

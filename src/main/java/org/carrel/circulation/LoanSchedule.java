package org.carrel.circulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Due dates that are fixed for parts of the year: whoever borrows from the first to the last day of a row returns on its date.
 *
 * @param rows in their order, none overlaps another
 */
public record LoanSchedule(String name, List<Row> rows) {
    /** Longest name, in characters. */
    public static final int MAX_NAME = 60;

    public LoanSchedule {
        rows = List.copyOf(rows);
    }

    /** @param last the last day of check-outs */
    public record Row(LocalDate first, LocalDate last, LocalDate due) {
        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    public Optional<Row> on(LocalDate day) {
        return rows.stream().filter(row -> row.holds(day)).findFirst();
    }

    /** The last row that is over by this day. */
    public Optional<Row> before(LocalDate day) {
        return rows.stream().filter(row -> row.last().isBefore(day)).reduce((earlier, later) -> later);
    }

    /** The first row that begins after this day. */
    public Optional<Row> after(LocalDate day) {
        return rows.stream().filter(row -> row.first().isAfter(day)).findFirst();
    }
}

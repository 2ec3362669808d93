package org.carrel.catalog.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates of acquisition: YYYYMMDD (852), YYYY-MM-DD (952) and M/D/YYYY (949). */
final class CopyDates {
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})(?:[T ].*)?");
    private static final Pattern MONTH_FIRST = Pattern.compile("([0-9]{1,2})[-/]([0-9]{1,2})[-/]([0-9]{4})");

    private CopyDates() {}

    /** Empty when the text is not a day of the calendar. */
    static Optional<LocalDate> parse(String text) {
        var yearFirst = YEAR_FIRST.matcher(text.strip());
        if (yearFirst.matches()) return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        var monthFirst = MONTH_FIRST.matcher(text.strip());
        return monthFirst.matches()
                ? date(monthFirst.group(3), monthFirst.group(1), monthFirst.group(2))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            var number = Integer.parseInt(year);
            return number < 1000
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}

package org.carrel.devices.rules;

import static java.time.ZoneOffset.UTC;
import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days and moments as consoles and spreadsheets write them. Times without a zone are UTC, which no night in spring leaves out. */
public final class MdmTimes {
    /** Beyond these a date stands for none: {@code 0001-01-01}, {@code 9999-12-31}. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2100;
    /** As spreadsheets count days; the first two of these are in 1954 and 2064. */
    private static final Pattern COUNTED = Pattern.compile("[2-6][0-9]{4}");

    private static final LocalDate FIRST_COUNTED = LocalDate.of(1899, 12, 30);
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);
    private static final List<DateTimeFormatter> MOMENTS = List.of(
            new DateTimeFormatterBuilder()
                    .appendPattern("uuuu-MM-dd HH:mm")
                    .optionalStart()
                    .appendPattern(":ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .optionalEnd()
                    .toFormatter(Locale.US),
            DateTimeFormatter.ofPattern("uuuu-MM-dd hh:mm a", Locale.US),
            DateTimeFormatter.ofPattern("M/d/uuuu h:mm a", Locale.US));

    private MdmTimes() {}

    /** Of a moment its day in UTC; a month is its first day. Empty for none, for what stands for none, and for what is unclear. */
    public static Optional<LocalDate> day(String cell) {
        var day = MONTH.matcher(cell).matches()
                ? parsed(cell, text -> YearMonth.parse(text).atDay(1))
                : parsed(cell, LocalDate::parse)
                        .or(() -> parsed(cell, text -> LocalDate.parse(text, AMERICAN)))
                        .or(() -> counted(cell))
                        .or(() -> moment(cell).map(at -> at.atOffset(UTC).toLocalDate()));
        return day.filter(one -> isReal(one.getYear()));
    }

    /** To the second. */
    public static Optional<Instant> moment(String cell) {
        return parsed(cell, Instant::parse)
                .or(() -> local(cell).map(time -> time.toInstant(UTC)))
                .or(() -> parsed(
                        cell, text -> LocalDate.parse(text).atStartOfDay().toInstant(UTC)))
                .filter(at -> isReal(at.atOffset(UTC).getYear()))
                .map(at -> at.truncatedTo(SECONDS));
    }

    /** True for a date that is there and means that there is none. */
    public static boolean isNone(String cell) {
        return cell.isEmpty() || cell.startsWith("0001-01-01") || cell.startsWith("9999-12-31");
    }

    private static Optional<LocalDateTime> local(String cell) {
        return MOMENTS.stream()
                .flatMap(format -> parsed(cell, text -> LocalDateTime.parse(text, format)).stream())
                .findFirst();
    }

    /** A spreadsheet that lost the format of a date shows how many days it is after the end of 1899. */
    private static Optional<LocalDate> counted(String cell) {
        return Stream.of(cell)
                .filter(text -> COUNTED.matcher(text).matches())
                .map(text -> FIRST_COUNTED.plusDays(Integer.parseInt(text)))
                .findFirst();
    }

    private static boolean isReal(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static <T> Optional<T> parsed(String cell, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(cell));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

package org.carrel.patrons.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in single cells of rosters, and what spreadsheets do to them. */
public final class RosterCells {
    /** {@code 4.02936E+15}: the digits are lost. {@code 5E0023} is a number of a school. */
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[0-9](?:\\.[0-9]+)?[eE]\\+[0-9]+|[0-9]\\.[0-9]+[eE][0-9]+");
    /** {@code 3/4/2026}: nobody knows what it was. {@code 2026-03-04} is a number of a school. */
    private static final Pattern SPREADSHEET_DATE =
            Pattern.compile("[0-9]{1,2}[/.][0-9]{1,2}[/.](?:[0-9]{2}|[0-9]{4})");

    private static final Pattern DECIMAL = Pattern.compile("([0-9]+)\\.0+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final String REPLACEMENT = "\uFFFD";

    private RosterCells() {}

    /** True when a spreadsheet has made of a number what cannot be turned back. */
    public static boolean isDamaged(String identifier) {
        return SCIENTIFIC.matcher(identifier).matches()
                || SPREADSHEET_DATE.matcher(identifier).matches()
                || DECIMAL.matcher(identifier).matches();
    }

    /** True when the two differ by zeros in front only: 417 is what a spreadsheet makes of 000417. */
    public static boolean lostZeros(String now, String before) {
        if (now.equals(before) || !DIGITS.matcher(now).matches()) return false;
        return DIGITS.matcher(before).matches()
                && now.length() < before.length()
                && withoutZeros(now).equals(withoutZeros(before));
    }

    /** A number without the zeros in front; what is no number, and zero itself, stay. */
    public static String withoutZeros(String identifier) {
        return DIGITS.matcher(identifier).matches() ? identifier.replaceFirst("^0+(?=.)", "") : identifier;
    }

    /** A text without the apostrophe that lists have in front of what a spreadsheet would take for a formula. */
    public static String plain(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }

    /** True when a program before us put the sign for a letter that it could not read. */
    public static boolean hasBrokenLetters(String text) {
        return text.contains(REPLACEMENT);
    }

    /** The values of a list in one cell, without empty ones. */
    public static List<String> list(String cell) {
        return Stream.of(cell.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** {@code true}, {@code TRUE}, {@code 1} and {@code yes}; everything else, and nothing, is the default. */
    public static boolean flag(String cell, boolean otherwise) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "y" -> true;
            case "false", "0", "no", "n" -> false;
            default -> otherwise;
        };
    }

    /** A day, also with a time behind it; empty for nothing, for zeros (B86) and for what is no day. */
    public static Optional<LocalDate> day(String cell) {
        if (cell.length() < 10) return Optional.empty();
        try {
            var day = LocalDate.parse(cell.substring(0, 10));
            return day.getYear() > 0 ? Optional.of(day) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

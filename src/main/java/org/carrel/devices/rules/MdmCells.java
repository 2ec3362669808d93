package org.carrel.devices.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands in single cells of exports and spreadsheets, and what spreadsheets do to them. */
public final class MdmCells {
    /** {@code 2.93577E+13}: the digits are lost. {@code 5E0023} is the serial of a device. */
    private static final Pattern SCIENTIFIC =
            Pattern.compile("[0-9](?:\\.[0-9]+)?[eE]\\+[0-9]+|[0-9]\\.[0-9]+[eE][0-9]+");

    /** {@code Aug-21}, {@code 8/4/2025}: nobody knows what it was. */
    private static final Pattern SPREADSHEET_DATE =
            Pattern.compile("[A-Z][a-z]{2}-[0-9]{2}|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{2}|[0-9]{4})");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,4})?");
    private static final Pattern CELL_ERROR = Pattern.compile("#(?:N/A|REF!|VALUE!|NAME\\?|NULL!|NUM!|DIV/0!)");

    private MdmCells() {}

    /** On one line, in NFC, without blanks around and signs that nobody can see. */
    public static String clean(String cell) {
        var line = Normalizer.normalize(cell, Normalizer.Form.NFC)
                .replaceAll("[\\p{Zs}\\s]+", " ")
                .replaceAll("\\p{C}", "")
                .strip();
        return plain(line);
    }

    /** Without the apostrophe that lists have in front of what a spreadsheet would take for a formula. */
    private static String plain(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    /** {@code #N/A} and what else a spreadsheet writes where a formula failed. */
    public static boolean isError(String cell) {
        return CELL_ERROR.matcher(cell).matches();
    }

    /** True when a spreadsheet has made of a number what cannot be turned back. */
    public static boolean isDamaged(String number) {
        return SCIENTIFIC.matcher(number).matches()
                || SPREADSHEET_DATE.matcher(number).matches();
    }

    /** True when the two differ by zeros in front only: 417 is what a spreadsheet makes of 000417. */
    public static boolean lostZeros(String now, String before) {
        return DIGITS.matcher(now).matches()
                && DIGITS.matcher(before).matches()
                && now.length() < before.length()
                && withoutZeros(now).equals(withoutZeros(before));
    }

    /** The number with one zero in front, with two, up to this length; of what is no number, nothing. */
    public static List<String> withZeros(String number, int longest) {
        if (!DIGITS.matcher(number).matches()) return List.of();
        return Stream.iterate("0" + number, longer -> longer.length() <= longest, longer -> "0" + longer)
                .toList();
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }

    /** An amount in cents: {@code $219.00}, {@code 1,219.50}, {@code 219}. */
    public static Optional<String> cents(String cell) {
        var amount = cell.replaceAll("[$€\\s]", "").replace(",", "");
        if (!AMOUNT.matcher(amount).matches()) return Optional.empty();
        var cents = new BigDecimal(amount).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return cents.toBigInteger().bitLength() < Integer.SIZE - 1
                ? Optional.of(cents.toPlainString())
                : Optional.empty();
    }

    /** The first of several people with commas between, as they sign in, in small letters. */
    public static String person(String cell) {
        return Stream.of(cell.split(","))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}

package org.carrel.catalog.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.CopyForm;
import org.carrel.catalog.CopyForm.Field;
import org.carrel.catalog.CopyProblem;
import org.carrel.catalog.CopyProblem.Kind;

/** What somebody types of a copy. */
public final class CopyRules {
    private static final Pattern PRICE = Pattern.compile("[0-9]{1,7}(?:[.,][0-9]{1,2})?");
    /** A scanner sends what can be seen, and no blanks. */
    private static final Pattern BARCODE = Pattern.compile("[\\x21-\\x7e]+");

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1," + BarcodeRange.MOST_DIGITS + "}");
    /** Library barcodes: 14 digits, of which the last is a check digit, 2 for people and 3 for things before it. */
    private static final int LIBRARY_BARCODE = 14;

    private CopyRules() {}

    /** What stands against it, field by field, as far as it can be seen without looking anything up. */
    public static List<CopyProblem> problems(CopyForm form) {
        var problems = new ArrayList<CopyProblem>();
        if (form.site().isBlank()) problems.add(new CopyProblem(Field.SITE, Kind.UNKNOWN_SITE, ""));
        tooLong(Field.BARCODE, form.barcode(), 64, problems);
        if (!form.barcode().isBlank()
                && !BARCODE.matcher(form.barcode().strip()).matches())
            problems.add(new CopyProblem(
                    Field.BARCODE, Kind.BARCODE_UNREADABLE, form.barcode().strip()));
        tooLong(Field.CALL_NUMBER, form.callNumber(), 100, problems);
        tooLong(Field.COPY_NUMBER, form.copyNumber(), 40, problems);
        tooLong(Field.VOLUME, form.volume(), 255, problems);
        tooLong(Field.VENDOR, form.vendor(), 100, problems);
        tooLong(Field.FUND, form.fund(), 100, problems);
        tooLong(Field.NOTE, form.note(), 5000, problems);
        if (!form.price().isBlank() && cents(form.price()).isEmpty())
            problems.add(
                    new CopyProblem(Field.PRICE, Kind.NOT_A_PRICE, form.price().strip()));
        if (!form.acquired().isBlank() && day(form.acquired()).isEmpty())
            problems.add(new CopyProblem(
                    Field.ACQUIRED, Kind.NOT_A_DATE, form.acquired().strip()));
        return problems;
    }

    private static void tooLong(Field field, String text, int most, List<CopyProblem> problems) {
        if (text.strip().length() > most) problems.add(new CopyProblem(field, Kind.TOO_LONG, String.valueOf(most)));
    }

    /** A person means whole dollars where they type no point, other than a vendor's file. Empty when it is no price. */
    public static OptionalInt cents(String typed) {
        var text = typed.strip().replace("$", "").strip();
        return PRICE.matcher(text).matches()
                ? OptionalInt.of(
                        new BigDecimal(text.replace(',', '.')).movePointRight(2).intValueExact())
                : OptionalInt.empty();
    }

    /** @param cents not negative */
    public static String price(int cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }

    /** As in ISO 8601, 2026-12-01; empty when it is no date. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The numbers that go on after a barcode; empty when it is no number. */
    public static Optional<BarcodeRange> after(String barcode) {
        if (!DIGITS.matcher(barcode).matches()) return Optional.empty();
        if (barcode.length() == LIBRARY_BARCODE) {
            var plain = barcode.substring(0, LIBRARY_BARCODE - 1);
            var checked = new BarcodeRange("", LIBRARY_BARCODE - 1, 0, true);
            if (checked.barcode(Long.parseLong(plain)).equals(barcode))
                return Optional.of(new BarcodeRange("", LIBRARY_BARCODE - 1, Long.parseLong(plain) + 1, true));
        }
        return Optional.of(new BarcodeRange("", barcode.length(), Long.parseLong(barcode) + 1, false));
    }
}

package org.carrel.catalog.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Prices as vendors and other systems write them, in cents. */
public final class Price {
    /** A larger number is no price but a barcode or an ISBN in the wrong subfield. */
    private static final int HIGHEST_CENTS = 10_000_000;

    private static final Pattern SHAPE = Pattern.compile(
            "(?:[A-Z]{1,3}\\s?)?[\\p{Sc}]?\\s*([0-9][0-9., ']*|[.,][0-9]{1,2})\\s*(?:\\p{Sc}|[A-Z]{3})?\\.?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("[(\\[][^)\\]]*[)\\]]?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private Price() {}

    /** 852 $9: without a decimal point the last two digits are cents, so 8500 is 85.00. Empty when it is no price. */
    public static OptionalInt ofVendor(String text) {
        return parse(text, 0.01);
    }

    /** 952 $g and 949 $p: 85 is 85.00. Empty when it is no price. */
    public static OptionalInt ofSystem(String text) {
        return parse(text, 1);
    }

    private static OptionalInt parse(String text, double unit) {
        var matcher = SHAPE.matcher(FieldText.clean(withoutBrackets(text)));
        if (!matcher.matches()) return OptionalInt.empty();
        var number = FieldText.without(matcher.group(1), " '");
        var whole = DIGITS.matcher(number).matches();
        var amount = whole ? new BigDecimal(number).multiply(BigDecimal.valueOf(unit)) : decimal(number);
        var cents = amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        return cents.compareTo(BigDecimal.valueOf(HIGHEST_CENTS)) > 0
                ? OptionalInt.empty()
                : OptionalInt.of(cents.intValueExact());
    }

    private static String withoutBrackets(String text) {
        var bracketed = text.indexOf('(') >= 0 || text.indexOf('[') >= 0;
        return bracketed ? BRACKETS.matcher(text).replaceAll(" ") : text;
    }

    /** The last mark is the decimal mark, unless it parts thousands: 1,234.50 and 1.234,50 and 12,50 but 1,234. */
    private static BigDecimal decimal(String number) {
        var at = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        var mark = number.charAt(at);
        var behind = number.length() - at - 1;
        var alone = number.indexOf(mark) == at;
        var thousands = (behind == 3 && (mark == ',' || !alone)) || (!alone && behind != 2);
        var digits = FieldText.without(number, ".,");
        var value = new BigDecimal(digits.isEmpty() ? "0" : digits);
        return thousands ? value : value.movePointLeft(behind);
    }
}

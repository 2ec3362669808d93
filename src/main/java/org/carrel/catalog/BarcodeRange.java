package org.carrel.catalog;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Numbers for copies that come without a barcode.
 *
 * @param prefix stands before the number; may be empty
 * @param digits of the number, zeros before it: with 5, number 12 is 00012
 * @param start the first number to be given
 * @param checkDigit whether a digit follows by modulus 10, as library labels have it
 */
public record BarcodeRange(String prefix, int digits, long start, boolean checkDigit) {
    public static final int MOST_DIGITS = 15;
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    public BarcodeRange {
        prefix = prefix.strip();
    }

    public String barcode(long number) {
        var plain = prefix + String.format("%0" + digits + "d", number);
        return checkDigit ? plain + checkDigit(plain) : plain;
    }

    /** The number in a barcode of this range; empty for any other. */
    public OptionalLong number(String barcode) {
        var end = prefix.length() + digits;
        if (!barcode.startsWith(prefix) || barcode.length() < end) return OptionalLong.empty();
        var text = barcode.substring(prefix.length(), end);
        if (!NUMBER.matcher(text).matches()) return OptionalLong.empty();
        var number = Long.parseLong(text);
        return number >= start && barcode(number).equals(barcode) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** The last number that fits. */
    public long last() {
        var last = 0L;
        for (var i = 0; i < digits; i++) last = last * 10 + 9;
        return last;
    }

    /** Modulus 10 with weights 2 and 1 from the right (ISO/IEC 7812-1), over the digits of the text. */
    private static int checkDigit(String text) {
        var sum = 0;
        var weight = 2;
        for (var i = text.length() - 1; i >= 0; i--) {
            var digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) continue;
            var product = digit * weight;
            sum += product / 10 + product % 10;
            weight = 3 - weight;
        }
        return (10 - sum % 10) % 10;
    }
}

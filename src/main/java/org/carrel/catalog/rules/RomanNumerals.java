package org.carrel.catalog.rules;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Roman numerals as title pages print them, 1 to 3999. */
final class RomanNumerals {
    private static final Pattern SHAPE =
            Pattern.compile("(?=[MDCLXVI])M{0,3}(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})");
    private static final String LETTERS = "IVXLCDM";
    private static final int[] VALUES = {1, 5, 10, 50, 100, 500, 1000};

    private RomanNumerals() {}

    /** Empty for anything but upper-case numerals in order. */
    static OptionalInt parse(String text) {
        if (!SHAPE.matcher(text).matches()) return OptionalInt.empty();
        var sum = 0;
        for (var i = 0; i < text.length(); i++) {
            var value = value(text, i);
            sum += i + 1 < text.length() && value < value(text, i + 1) ? -value : value;
        }
        return OptionalInt.of(sum);
    }

    private static int value(String text, int index) {
        return VALUES[LETTERS.indexOf(text.charAt(index))];
    }
}

package org.carrel.search.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.carrel.catalog.CallNumber;

/** Call numbers as text that compares: "[Fic]" is "fic", and "v. 2" stands before "v. 10". */
public final class ShelfText {
    private static final Pattern NOT_SHELF = Pattern.compile("[^\\p{L}\\p{N}.]+");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\d.])\\d+");
    private static final int DIGITS = 7;

    private ShelfText() {}

    /** The printed label or what a person typed of it: lower case, one space between parts. */
    public static String of(String label) {
        var plain = Normalizer.normalize(label, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NOT_SHELF.matcher(plain).replaceAll(" ").strip();
    }

    /** A key in whose order labels stand on the shelf: whole numbers by value, decimals digit by digit as Dewey does. */
    public static String key(CallNumber callNumber) {
        return NUMBER.matcher(of(callNumber.text())).replaceAll(match -> padded(match.group()));
    }

    private static String padded(String number) {
        return number.length() >= DIGITS ? number : "0".repeat(DIGITS - number.length()) + number;
    }
}

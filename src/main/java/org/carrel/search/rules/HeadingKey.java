package org.carrel.search.rules;

import java.text.Normalizer;
import java.util.Locale;

/** What a heading is counted by: "Dogs", "dogs." and "DOGS" are one, and so are "J.K. Rowling" and "J. K. Rowling". */
public final class HeadingKey {
    private static final char FIRST_ACCENT = '\u0300';
    private static final char LAST_ACCENT = '\u036F';

    private HeadingKey() {}

    /** Without case, accents of Latin, Greek and Cyrillic letters, spaces, and the full stop at the end. */
    public static String of(String heading) {
        var letters = decomposed(heading).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(letters.length());
        for (var i = 0; i < letters.length(); i++) {
            var c = letters.charAt(i);
            if (!isSpace(c) && (c < FIRST_ACCENT || c > LAST_ACCENT)) key.append(c);
        }
        var end = key.length();
        while (end > 1 && key.charAt(end - 1) == '.') end--;
        return key.substring(0, end);
    }

    /** Whether the two are one heading. */
    public static boolean same(String one, String other) {
        return one.equals(other) || of(one).equals(of(other));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String decomposed(String text) {
        for (var i = 0; i < text.length(); i++)
            if (text.charAt(i) > '~') return Normalizer.normalize(text, Normalizer.Form.NFD);
        return text;
    }
}

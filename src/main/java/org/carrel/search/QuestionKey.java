package org.carrel.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A question in the form in which it is counted, pinned and compared: lower case words without accents and signs. */
final class QuestionKey {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 100;

    private QuestionKey() {}

    /** In one line, at most so long. */
    static String cut(String text, int most) {
        var line = text.replaceAll("[\\p{Cc}\\p{Cs}]", " ").strip();
        return line.length() > most ? line.substring(0, most).strip() : line;
    }

    static String of(String text) {
        var apart = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        var words = NOT_WORD.matcher(apart.replaceAll("['’]", "").toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        return words.length() > LONGEST ? words.substring(0, LONGEST).strip() : words;
    }
}

package org.carrel.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts text of plain letters and digits into the words that {@link Analysis} finds in it, in one pass: most texts of a
 * catalog are so, and cutting them is most of the work of indexing. Says no to whatever may have other spellings.
 */
final class PlainWords {
    /** The analyzer looks at longer texts piece by piece. */
    private static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_WORD = 200;
    /** Apostrophes, the accent that folding drops, and what C++ and C# are written with. */
    private static final String NOT_PLAIN = "'`+#^";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean plain = true;

    private PlainWords(String text) {
        this.text = text;
    }

    /** The words in order; empty when the text is not plain. */
    static Optional<List<String>> of(String text) {
        if (text.length() > LONGEST_TEXT) return Optional.empty();
        var scan = new PlainWords(text);
        for (var at = 0; at < text.length() && scan.plain; at++) scan.take(at);
        scan.end();
        return scan.plain ? Optional.of(scan.words) : Optional.empty();
    }

    private void take(int at) {
        var character = text.charAt(at);
        if (character >= 'a' && character <= 'z' || isDigit(character)) word.append(character);
        else if (character >= 'A' && character <= 'Z') word.append((char) (character + ('a' - 'A')));
        else if (character > '~' || NOT_PLAIN.indexOf(character) >= 0) plain = character == '\u007f' && end();
        else if (character == '&') and();
        else if (character == '.' && isBetweenDigits(at)) word.append(character);
        else if (character != ',' || !isDigitGroup(at)) end();
    }

    private void and() {
        end();
        word.append("and");
        end();
    }

    /** Takes the word that ends here; two letters alone are initials, which have spellings. */
    private boolean end() {
        if (word.isEmpty()) return plain;
        var next = word.toString();
        word.setLength(0);
        var initials = isLetter(next) && !words.isEmpty() && isLetter(words.getLast());
        var language = next.equals("cplusplus") || next.length() == 6 && next.endsWith("sharp");
        if (initials || language || next.length() > LONGEST_WORD) plain = false;
        words.add(next);
        return plain;
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && !isDigit(word.charAt(0));
    }

    private boolean isBetweenDigits(int at) {
        return at > 0 && isDigit(text.charAt(at - 1)) && isDigitAt(at + 1);
    }

    /** The comma of 20,000. */
    private boolean isDigitGroup(int at) {
        return isBetweenDigits(at) && isDigitAt(at + 2) && isDigitAt(at + 3) && !isDigitAt(at + 4);
    }

    private boolean isDigitAt(int at) {
        return at < text.length() && isDigit(text.charAt(at));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}

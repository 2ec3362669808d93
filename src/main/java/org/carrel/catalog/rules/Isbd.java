package org.carrel.catalog.rules;

import java.util.Locale;
import java.util.Set;

/** Takes off the punctuation that ISBD puts between the parts of a description. */
final class Isbd {
    private static final String SEPARATORS = "/:;,=،؛";
    private static final String CLOSERS = ")]}\"”»’?!";
    private static final int SHORTEST_WORD = 3;
    /** Abbreviations of three letters and more; shorter ones keep their dot anyway. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "etc", "inc", "ltd", "bros", "corp", "dept", "univ", "mrs", "mme", "esq", "vol", "vols", "div", "assoc",
            "prof", "rev", "capt", "gen", "col", "sgt", "ave", "blvd", "dist", "govt", "cie", "hnos", "arr", "comp");

    private Isbd() {}

    /**
     * Without trailing {@code / : ; , =}, and without a final dot that only ends the field: the dot after an initial,
     * an abbreviation, an ellipsis or a word of one or two letters belongs to the text.
     */
    static String trim(String text) {
        var rest = text.strip();
        while (!rest.isEmpty()) {
            var last = rest.charAt(rest.length() - 1);
            if (SEPARATORS.indexOf(last) < 0 && !(last == '.' && dotEndsField(rest))) return rest;
            rest = rest.substring(0, rest.length() - 1).strip();
        }
        return rest;
    }

    /** Has the text anything to read or to sort by? "/", "[...]" and "<>." have not. */
    static boolean hasWords(String text) {
        for (var at = 0; at < text.length(); ) {
            var c = text.codePointAt(at);
            if (isWord(c)) return true;
            at += Character.charCount(c);
        }
        return false;
    }

    private static boolean isWord(int c) {
        if (Character.isLetterOrDigit(c)) return true;
        var type = Character.getType(c);
        return type == Character.OTHER_SYMBOL || type == Character.CURRENCY_SYMBOL;
    }

    private static boolean dotEndsField(String text) {
        var body = text.substring(0, text.length() - 1);
        if (body.isEmpty()) return true;
        var before = body.charAt(body.length() - 1);
        if (before == '.') return false;
        if (CLOSERS.indexOf(before) >= 0 || Character.isWhitespace(before)) return true;
        if (SEPARATORS.indexOf(before) >= 0) return true;
        var word = lastWord(body);
        if (word.codePoints().anyMatch(Character::isIdeographic)) return true;
        if (!word.isEmpty() && Character.isDigit(word.charAt(word.length() - 1))) return true;
        return word.codePointCount(0, word.length()) >= SHORTEST_WORD
                && !ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static String lastWord(String text) {
        var start = text.length();
        while (start > 0) {
            var c = text.codePointBefore(start);
            if (!Character.isLetterOrDigit(c) && !isMark(c)) break;
            start -= Character.charCount(c);
        }
        return text.substring(start);
    }
}

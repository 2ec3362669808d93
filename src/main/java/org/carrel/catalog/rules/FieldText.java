package org.carrel.catalog.rules;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;

/** Text out of fields, always by a list of wanted subfields: links, authority ids and institutions are never shown. */
final class FieldText {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}\\p{Z}]+");

    /** Marks that turn the direction of writing, and spaces without width: they hide punctuation and can mislead the eye. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private FieldText() {}

    /** The wanted subfields in record order, joined by spaces; empty when there are none. */
    static String join(DataField field, String codes) {
        return wanted(field, codes).collect(Collectors.joining(" "));
    }

    /** Each wanted subfield that is not blank, cleaned, in record order. */
    static Stream<String> wanted(DataField field, String codes) {
        return field.subfields().stream()
                .filter(subfield -> codes.indexOf(subfield.code()) >= 0)
                .map(subfield -> clean(subfield.data()))
                .filter(text -> !text.isEmpty());
    }

    /** One line: runs of white space and control characters are one space; unseen marks of direction are left out. */
    static String clean(String text) {
        return isClean(text) ? text : cleaned(text);
    }

    /** Most text is: looking once is much cheaper than replacing. */
    private static boolean isClean(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') return false;
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    private static String cleaned(String text) {
        return SPACE.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Without blanks and without repeats (accents, case and punctuation aside), in order. */
    static List<String> distinct(Stream<String> texts) {
        var seen = new HashSet<String>();
        return texts.filter(text -> !text.isEmpty())
                .filter(text -> seen.add(keyOf(text)))
                .toList();
    }

    private static String keyOf(String text) {
        var folded = TextFolding.fold(text);
        return folded.isEmpty() ? text : folded;
    }
}

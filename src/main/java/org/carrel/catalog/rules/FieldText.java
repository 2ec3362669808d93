package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.DataField;

/** Text out of fields, always by a list of wanted subfields: links, authority ids and institutions are never shown. */
final class FieldText {

    private FieldText() {}

    /** The wanted subfields in record order, joined by spaces; empty when there are none. */
    static String join(DataField field, String codes) {
        var joined = new StringBuilder();
        for (var subfield : field.subfields()) {
            if (codes.indexOf(subfield.code()) < 0) continue;
            var text = clean(subfield.data());
            if (!text.isEmpty()) joined.append(joined.isEmpty() ? "" : " ").append(text);
        }
        return joined.toString();
    }

    /** Each wanted subfield that is not blank, cleaned, in record order. */
    static Stream<String> wanted(DataField field, String codes) {
        var texts = new ArrayList<String>(4);
        for (var subfield : field.subfields()) {
            if (codes.indexOf(subfield.code()) < 0) continue;
            var text = clean(subfield.data());
            if (!text.isEmpty()) texts.add(text);
        }
        return texts.isEmpty() ? Stream.empty() : texts.stream();
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
        var out = new StringBuilder(text.length());
        var pending = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isUnseen(c)) continue;
            if (isSpace(c)) {
                pending = true;
                continue;
            }
            if (pending && !out.isEmpty()) out.append(' ');
            pending = false;
            out.append(c);
        }
        return out.toString();
    }

    /** Marks that turn the direction of writing, and spaces without width: they hide punctuation and can mislead the eye. */
    private static boolean isUnseen(char c) {
        return switch (c) {
            case '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF' -> true;
            default -> c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
        };
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c >= 0x7F && (Character.isISOControl(c) || Character.isSpaceChar(c));
    }

    /** Without blanks and without repeats (accents, case and punctuation aside), in order. */
    static List<String> distinct(Stream<String> texts) {
        var all = texts.toList();
        if (all.size() < 2) return all.contains("") ? List.of() : all;
        var seen = new HashSet<String>();
        var distinct = new ArrayList<String>(all.size());
        for (var text : all) if (!text.isEmpty() && seen.add(keyOf(text))) distinct.add(text);
        return List.copyOf(distinct);
    }

    /** The text less all of these characters. */
    static String without(String text, String characters) {
        var at = 0;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) at++;
        if (at == text.length()) return text;
        var rest = new StringBuilder(text.length()).append(text, 0, at);
        for (; at < text.length(); at++) {
            if (characters.indexOf(text.charAt(at)) < 0) rest.append(text.charAt(at));
        }
        return rest.toString();
    }

    private static String keyOf(String text) {
        var folded = TextFolding.fold(text);
        return folded.isEmpty() ? text : folded;
    }
}

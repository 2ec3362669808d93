package org.carrel.catalog.rules;

import java.util.regex.Pattern;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Subfield;

/** Puts the parts of a title together as ISBD writes them, also when the record leaves the punctuation out. */
final class TitleText {
    private static final Pattern ENDS_OPEN = Pattern.compile(".*[\\p{P}=+<>]\\s*");
    /** "[sound recording] :" carries the mark that belongs between title and subtitle. */
    private static final Pattern AFTER_MEDIUM = Pattern.compile(".*\\]\\s*([:;=/])\\s*");

    private TitleText() {}

    /** The wanted parts in record order, trimmed; empty when nothing in them can be read. */
    static String of(DataField field, String codes) {
        var text = new StringBuilder();
        for (var subfield : field.subfields()) {
            var data = FieldText.clean(subfield.data());
            if (subfield.code() == 'h' && !text.isEmpty()) text.append(markAfterMedium(data));
            if (subfield.code() == 'b' && codes.indexOf('b') < 0) trimEnd(text);
            if (codes.indexOf(subfield.code()) < 0 || data.isEmpty()) continue;
            if (!text.isEmpty()) text.append(joint(text, subfield)).append(' ');
            text.append(data);
        }
        var trimmed = Isbd.trim(text.toString());
        return Isbd.hasWords(trimmed) ? trimmed : "";
    }

    /** The mark that led to a part which is left out goes with it. */
    private static void trimEnd(StringBuilder text) {
        var trimmed = Isbd.trim(text.toString());
        text.replace(0, text.length(), trimmed);
    }

    private static String markAfterMedium(String medium) {
        var matcher = AFTER_MEDIUM.matcher(medium);
        return matcher.matches() ? " " + matcher.group(1) : "";
    }

    private static boolean endsOpen(CharSequence text) {
        var last = text.charAt(text.length() - 1);
        var closed = last < 0x80 && Character.isLetterOrDigit(last);
        return !closed && ENDS_OPEN.matcher(text).matches();
    }

    private static String joint(CharSequence before, Subfield next) {
        if (endsOpen(before)) return "";
        return switch (next.code()) {
            case 'b' -> " :";
            case 'n' -> ".";
            case 'p' -> ",";
            default -> "";
        };
    }
}

package org.carrel.catalog.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Subfield;

/** Changes single subfields of a field and keeps the others, with the ISBD punctuation that stands around the text. */
final class Subfields {
    private static final Pattern END = Pattern.compile("[\\s/:;,=.]*$");

    private Subfields() {}

    static DataField field(String tag, String indicators, List<Subfield> subfields) {
        return new DataField(tag, indicators.charAt(0), indicators.charAt(1), subfields);
    }

    /** The first subfield with this code gets the text; it is put last when there was none. */
    static DataField with(DataField field, char code, String text) {
        var at = indexOf(field, code);
        var subfields = new ArrayList<>(field.subfields());
        if (at < 0) subfields.add(new Subfield(code, text));
        else subfields.set(at, new Subfield(code, within(subfields.get(at).data(), text)));
        return of(field, subfields);
    }

    static DataField without(DataField field, String codes) {
        return of(
                field,
                field.subfields().stream()
                        .filter(one -> codes.indexOf(one.code()) < 0)
                        .toList());
    }

    static DataField of(DataField field, List<Subfield> subfields) {
        return new DataField(field.tag(), field.ind1(), field.ind2(), subfields);
    }

    /** -1 when there is none that says something. */
    static int indexOf(DataField field, char code) {
        for (var i = 0; i < field.subfields().size(); i++) {
            var subfield = field.subfields().get(i);
            if (subfield.code() == code && !subfield.data().isBlank()) return i;
        }
        return -1;
    }

    /** The new text with the punctuation that led from the old one to what follows it. */
    static String within(String old, String text) {
        var end = end(old);
        return text.endsWith(".") && end.startsWith(".") ? text + end.substring(1) : text + end;
    }

    /** The punctuation and blanks at the end of a subfield that are not part of its text. */
    static String end(String data) {
        var text = Isbd.trim(FieldText.clean(data));
        var at = data.lastIndexOf(text);
        if (!text.isEmpty() && at >= 0) return data.substring(at + text.length());
        var matcher = END.matcher(data);
        return matcher.find() ? matcher.group() : "";
    }

    static String withoutEnd(String data) {
        return data.substring(0, data.length() - end(data).length());
    }

    /**
     * A heading or a statement ends with a full stop, unless it ends with a mark of its own, or with a letter or an
     * abbreviation whose stop nobody could tell from it later ("A to Z").
     */
    static String stopped(String text) {
        if (text.isEmpty() || ".!?)]-\"”»".indexOf(text.charAt(text.length() - 1)) >= 0) return text;
        return Isbd.trim(text + ".").equals(text) ? text + "." : text;
    }
}

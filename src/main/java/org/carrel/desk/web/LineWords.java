package org.carrel.desk.web;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.FieldChange;
import org.carrel.catalog.ImportLine;
import org.carrel.catalog.MarcField;

/** Lines of an import in words. */
final class LineWords {
    private LineWords() {}

    /** Why a record came to its outcome: what is wrong, or by what it was recognised; empty for a plain new one. */
    static String why(ImportLine line, StaffWords words) {
        return line.reason().isEmpty() ? recognised(line, words) : line.reason();
    }

    /** By what the record was recognised; empty when it was not. */
    static String recognised(ImportLine line, StaffWords words) {
        if (line.match().isEmpty()) return "";
        var by = line.match().get();
        var key = words.text("matchKey." + by.key());
        return line.metRecord().isPresent()
                ? words.text("line.metInFile", key, by.value(), line.metRecord().getAsInt())
                : words.text("line.met", key, by.value(), by.score());
    }

    /** What becomes of its copies, the kinds that occur; empty for none. */
    static String copies(ImportLine line, StaffWords words) {
        var copies = line.copies();
        var parts = new ArrayList<String>();
        if (copies.added() > 0) parts.add(words.text("copies.added", copies.added()));
        if (copies.updated() > 0) parts.add(words.text("copies.updated", copies.updated()));
        if (copies.same() > 0) parts.add(words.text("copies.same", copies.same()));
        if (copies.withoutBarcode() > 0) parts.add(words.text("copies.withoutBarcode", copies.withoutBarcode()));
        if (copies.rejected() > 0) parts.add(words.text("copies.rejected", copies.rejected()));
        return String.join(" · ", parts);
    }

    /**
     * A MARC field as a row of a table.
     *
     * @param indicators both, a blank shown as #; empty for a control field
     */
    public record Field(String tag, String indicators, String text) {
        static Field of(MarcField field) {
            return switch (field) {
                case ControlField control -> new Field(control.tag(), "", control.data());
                case DataField data ->
                    new Field(
                            data.tag(),
                            ("" + data.ind1() + data.ind2()).replace(' ', '#'),
                            data.subfields().stream()
                                    .map(subfield -> "$" + subfield.code() + " " + subfield.data())
                                    .collect(Collectors.joining(" ")));
            };
        }

        /** Indicators and text in one. */
        public String whole() {
            return (indicators + " " + text).strip();
        }
    }

    /**
     * A field that changes.
     *
     * @param before empty when the field is new
     * @param after empty when the field goes
     */
    public record Change(String tag, String before, String after) {
        static Change of(FieldChange change) {
            return new Change(
                    change.tag(),
                    change.before().map(field -> Field.of(field).whole()).orElse(""),
                    change.after().map(field -> Field.of(field).whole()).orElse(""));
        }
    }
}

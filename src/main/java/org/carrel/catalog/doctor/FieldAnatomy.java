package org.carrel.catalog.doctor;

import org.carrel.catalog.Diagnosis.Part;
import org.carrel.catalog.Finding;
import org.carrel.catalog.marc.SingleRecord;
import org.carrel.catalog.marc.SingleRecord.Place;

/** The fields in the order of their bytes, and the bytes between them. */
final class FieldAnatomy {
    private static final char UNICODE = 'a';
    /** In a record that is no text at all nobody looks at each byte. */
    private static final int MOST_MARKED = 200;

    private final Layout layout;
    private final Spans spans;
    private final boolean unicode;
    private int marked;

    private FieldAnatomy(Layout layout, Spans spans) {
        this.layout = layout;
        this.spans = spans;
        this.unicode = layout.bytes()[layout.start() + 9] == UNICODE;
    }

    static void add(Layout layout, Spans spans) {
        new FieldAnatomy(layout, spans).run();
    }

    private void run() {
        for (var field : layout.fieldsInPlace()) {
            if (field.from() < spans.at()) continue; // an entry that names the same bytes again
            unnamed(field.from());
            field(field);
        }
        unnamed(layout.end());
    }

    private void unnamed(int to) {
        if (to <= spans.at()) return;
        int another = SingleRecord.beginningAmong(layout.bytes(), spans.at(), to);
        if (another > spans.at()) spans.to(another, Part.UNNAMED, "", nameless(another));
        spans.to(to, Part.UNNAMED, "", another >= 0 ? Fault.ANOTHER_RECORD_INSIDE.at("", "") : nameless(to));
    }

    private Finding nameless(int to) {
        return Fault.TEXT_WITHOUT_ENTRY.at("", to - spans.at());
    }

    private void field(Place field) {
        var tag = layout.tag(field.tagAt());
        int end = layout.endOf(field);
        int from = spans.at();
        if (end == from) return;
        int at = from;
        while (at < end) {
            int bad = marked < MOST_MARKED ? badFrom(at, end) : end;
            if (bad > at) spans.to(bad, Part.FIELD, tag);
            at = bad;
            if (at >= end) break;
            int stop = badTo(at, end);
            marked++;
            spans.to(stop, Part.FIELD, tag, fault(tag, at, stop));
            at = stop;
        }
        if (layout.isCut(field)) spans.markLast(Fault.FIELD_CUT.at(tag, ""));
    }

    private Finding fault(String tag, int from, int to) {
        boolean recordEnd = layout.bytes()[from] == Layout.RECORD_END;
        return recordEnd
                ? Fault.RECORD_END_INSIDE.at(tag, "")
                : Fault.BYTES_NO_TEXT.at(tag, Shown.hex(layout.bytes(), from, to));
    }

    /** The next byte that cannot be here, {@code end} when there is none. */
    private int badFrom(int from, int end) {
        int at = from;
        while (at < end && goodAt(at, end) > 0) at += goodAt(at, end);
        return at;
    }

    private int badTo(int from, int end) {
        boolean recordEnd = layout.bytes()[from] == Layout.RECORD_END;
        int at = from + 1;
        while (!recordEnd && at < end && goodAt(at, end) == 0 && layout.bytes()[at] != Layout.RECORD_END) at++;
        return at;
    }

    /** Length of what is good here: a character of the encoding that leader/09 names. */
    private int goodAt(int at, int end) {
        if (layout.bytes()[at] == Layout.RECORD_END) return 0;
        return unicode ? SingleRecord.utf8Sequence(layout.bytes(), at, end) : 1;
    }
}

package org.carrel.catalog.doctor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.Diagnosis.Part;
import org.carrel.catalog.Finding;
import org.carrel.catalog.marc.SingleRecord.Place;

/** The directory entry by entry, each compared with where its field really stands. */
final class DirectoryAnatomy {
    private static final int LONGEST_FIELD = 9_999;

    private final Layout layout;
    private final Spans spans;
    private final Map<Integer, Place> byEntry = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();

    private DirectoryAnatomy(Layout layout, Spans spans) {
        this.layout = layout;
        this.spans = spans;
        for (var field : layout.fields()) byEntry.putIfAbsent(field.tagAt(), field);
    }

    static void add(Layout layout, Spans spans) {
        new DirectoryAnatomy(layout, spans).run();
    }

    private void run() {
        int base = layout.base();
        boolean ended = base > spans.at() && layout.bytes()[base - 1] == Layout.FIELD_END;
        int close = ended ? base - 1 : base;
        if (layout.fields().isEmpty() && !looksLikeEntries(close)) {
            unreadable(close, ended);
            return;
        }
        while (spans.at() < close) entry(Math.min(close, spans.at() + width(spans.at(), close)));
        if (ended) spans.to(base, Part.DIRECTORY_END, "");
        else spans.markLast(Fault.DIRECTORY_END_MISSING.at("", ""));
    }

    private void unreadable(int close, boolean ended) {
        var fault = ended || close < layout.end() ? Fault.DIRECTORY_UNREADABLE : Fault.DIRECTORY_END_MISSING;
        boolean empty = close <= spans.at();
        spans.to(close, Part.UNNAMED, "", fault.at("", ""));
        spans.to(layout.base(), Part.DIRECTORY_END, "");
        if (empty) spans.markLast(Fault.DIRECTORY_UNREADABLE.at("", ""));
    }

    private boolean looksLikeEntries(int close) {
        return spans.at() + Layout.ENTRY <= close && layout.number(spans.at() + 3, 9) >= 0;
    }

    /** Twelve, unless the next entry that the reader has made out begins a byte sooner or later. */
    private int width(int entry, int close) {
        for (int width = Layout.ENTRY - 1; width <= Layout.ENTRY + 1; width++) {
            if (byEntry.containsKey(entry + width)) return width;
        }
        for (int width = 1; width < Layout.ENTRY; width++) {
            if (byEntry.containsKey(entry + width)) return width;
        }
        return close - entry <= Layout.ENTRY + 1 && close - entry > 0 ? close - entry : Layout.ENTRY;
    }

    private void entry(int end) {
        int entry = spans.at();
        var fault = fault(entry, end - entry);
        var tag = end - entry >= 3 ? layout.tag(entry) : "";
        spans.to(end, Part.DIRECTORY_ENTRY, tag, fault.stream().toArray(Finding[]::new));
    }

    private Optional<Finding> fault(int entry, int width) {
        int length = layout.number(entry + 3, 4);
        int start = layout.number(entry + 7, 5);
        if (width != Layout.ENTRY || length < 0 || start < 0) {
            return Optional.of(Fault.ENTRY_UNREADABLE.at("", layout.text(entry, width)));
        }
        var tag = layout.tag(entry);
        var field = byEntry.get(entry);
        int stop = layout.base() + start + length;
        if (stop > layout.end() && (field == null || layout.isCut(field))) {
            return Optional.of(Fault.ENTRY_BEYOND_END.at(tag, stop - layout.end()));
        }
        if (field == null) return Optional.of(Fault.ENTRY_WITHOUT_FIELD.at(tag, ""));
        if (!taken.add(field.from())) return Optional.of(Fault.ENTRY_TWICE.at(tag, ""));
        int found = layout.endOf(field) - field.from();
        int at = field.from() - layout.base();
        if (found == length && at == start) return Optional.empty();
        if (found > LONGEST_FIELD) return Optional.of(Fault.FIELD_TOO_LONG.at(tag, found));
        return Optional.of(Fault.ENTRY_WRONG.at(tag, at + " + " + found));
    }
}

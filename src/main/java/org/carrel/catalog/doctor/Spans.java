package org.carrel.catalog.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.Diagnosis.Part;
import org.carrel.catalog.Diagnosis.Span;
import org.carrel.catalog.Finding;

/** Collects spans from the first byte to the last, so that none is missed and none is in two of them. */
final class Spans {
    private final byte[] bytes;
    private final List<Span> spans = new ArrayList<>();
    private int at;

    Spans(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From where the last span ended; nothing when {@code end} lies before that, or behind the bytes. */
    void to(int end, Part part, String name, Finding... faults) {
        int stop = Math.min(end, bytes.length);
        if (stop <= at) return;
        spans.add(new Span(at, stop - at, part, name, Shown.of(bytes, at, stop), Arrays.asList(faults)));
        at = stop;
    }

    int at() {
        return at;
    }

    /** For what is missing: there is no byte of it to mark, but one before it. */
    void markLast(Finding fault) {
        if (!spans.isEmpty()) spans.set(spans.size() - 1, spans.getLast().with(fault));
    }

    /** Marks the first span of this part and name that is there. False when there is none. */
    boolean mark(Part part, String name, Finding fault) {
        for (int i = 0; i < spans.size(); i++) {
            var span = spans.get(i);
            if (span.part() != part || !span.name().equals(name)) continue;
            spans.set(i, span.with(fault));
            return true;
        }
        return false;
    }

    boolean anyFault() {
        return spans.stream().anyMatch(span -> !span.faults().isEmpty());
    }

    List<Span> list() {
        return spans;
    }
}

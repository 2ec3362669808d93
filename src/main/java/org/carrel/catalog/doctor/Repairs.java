package org.carrel.catalog.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.Finding;
import org.carrel.catalog.Repair;
import org.carrel.catalog.Repair.Kind;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFormat;
import org.carrel.catalog.marc.SingleRecord;
import org.carrel.catalog.marc.SingleRecord.Place;

/**
 * What can be done about a record. Each repair is proved before it is offered: the mended bytes, read by our own reader,
 * are one record whose frame is sound.
 */
final class Repairs {
    private final Layout layout;
    private final List<Repair> repairs = new ArrayList<>();

    private Repairs(Layout layout) {
        this.layout = layout;
    }

    /** The likeliest first. */
    static List<Repair> of(Layout layout) {
        var repairs = new Repairs(layout);
        if (layout.end() - layout.start() >= Layout.LEADER && !layout.fields().isEmpty()) repairs.find();
        return repairs.repairs;
    }

    private void find() {
        if (!isWhole()) {
            wholeFields();
            return;
        }
        var frame = Frame.of(layout, layout.fields());
        var text = TextRepairs.of(layout, frame);
        repairs.addAll(text);
        // Where the text needs a reading, the frame alone would leave it unread.
        if (text.isEmpty()) frame.steps(layout).ifPresent(steps -> offer(Kind.FRAME, steps, frame));
    }

    /** Every entry has its own field, every field its entry and its terminator, and no byte is left over. */
    private boolean isWhole() {
        int directory = layout.base() - 1 - layout.start() - Layout.LEADER;
        boolean counts = directory == layout.fields().size() * Layout.ENTRY;
        return counts && followOneAnother() && layout.fields().stream().noneMatch(layout::isCut);
    }

    private boolean followOneAnother() {
        int at = layout.base();
        for (var field : layout.fieldsInPlace()) {
            if (field.from() != at) return false;
            at = layout.endOf(field);
        }
        return at == layout.end();
    }

    private void wholeFields() {
        var kept = new ArrayList<Place>();
        Set<Integer> taken = new HashSet<>();
        for (var field : layout.fields()) {
            if (!layout.isCut(field) && isNamed(field) && taken.add(field.from())) kept.add(field);
        }
        boolean some =
                kept.stream().anyMatch(field -> !layout.tag(field.tagAt()).startsWith("00"));
        if (!some) return;
        var frame = Frame.of(layout, kept);
        var step = Fault.DID_LEAVE_OUT.at(Integer.toString(kept.size()), entries());
        var steps = new ArrayList<>(List.of(step));
        steps.addAll(frame.steps(layout).orElse(List.of()));
        offer(Kind.WHOLE_FIELDS, steps, frame);
    }

    /** The directory says so too: a guess about which text is under which tag would be no repair. */
    private boolean isNamed(Place field) {
        int start = layout.number(field.tagAt() + 7, 5);
        int length = layout.number(field.tagAt() + 3, 4);
        return start == field.from() - layout.base() && length == layout.endOf(field) - field.from();
    }

    private int entries() {
        return Math.max(layout.fields().size(), (layout.base() - layout.start() - Layout.LEADER) / Layout.ENTRY);
    }

    private void offer(Kind kind, List<Finding> steps, Frame frame) {
        frame.bytes().flatMap(bytes -> proved(kind, steps, bytes)).ifPresent(repairs::add);
    }

    /** Empty when our own reader does not take it as one sound record. */
    static Optional<Repair> proved(Kind kind, List<Finding> steps, byte[] bytes) {
        var entries = SingleRecord.read(bytes, MarcFormat.ISO_2709);
        if (entries.size() != 1 || !(entries.getFirst() instanceof MarcEntry.Read read)) return Optional.empty();
        boolean sound = read.findings().stream().noneMatch(ReaderFindings::isUnsound);
        return sound ? Optional.of(new Repair(kind, steps, bytes, read.record())) : Optional.empty();
    }
}

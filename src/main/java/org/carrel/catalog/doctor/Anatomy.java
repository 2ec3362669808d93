package org.carrel.catalog.doctor;

import java.util.List;
import org.carrel.catalog.Diagnosis.Part;
import org.carrel.catalog.Diagnosis.Span;
import org.carrel.catalog.Finding;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFormat;
import org.carrel.catalog.marc.SingleRecord;

/** The parts of an ISO 2709 record, each with what is wrong with it. */
final class Anatomy {
    private final Layout layout;
    private final Spans spans;

    private Anatomy(Layout layout) {
        this.layout = layout;
        this.spans = new Spans(layout.bytes());
    }

    static List<Span> of(Layout layout) {
        var anatomy = new Anatomy(layout);
        anatomy.run();
        return anatomy.spans.list();
    }

    private void run() {
        var bytes = layout.bytes();
        if (layout.start() > 0) spans.to(layout.start(), Part.OUTSIDE, "", outside());
        if (layout.end() > layout.start()) inside();
        if (layout.terminated()) {
            spans.to(layout.end() + 1, Part.RECORD_END, "");
            if (layout.end() == layout.start()) spans.markLast(Fault.NOTHING_BUT_END.at("", ""));
        } else {
            spans.markLast(Fault.RECORD_END_MISSING.at("", ""));
        }
        spans.to(bytes.length, Part.OUTSIDE, "");
        addWhatTheReaderSays();
    }

    private Finding outside() {
        return Fault.OUTSIDE_BYTES.at("", Shown.hex(layout.bytes(), 0, layout.start()));
    }

    private void inside() {
        int length = layout.end() - layout.start();
        if (length < Layout.LEADER) {
            spans.to(layout.end(), Part.LEADER, "", Fault.LEADER_CUT.at("", length));
            return;
        }
        LeaderAnatomy.add(layout, spans);
        DirectoryAnatomy.add(layout, spans);
        FieldAnatomy.add(layout, spans);
    }

    /** Its words about single fields; about the frame ours say more. A rejected record has at least its reason. */
    private void addWhatTheReaderSays() {
        for (var entry : SingleRecord.read(layout.bytes(), MarcFormat.ISO_2709)) {
            switch (entry) {
                case MarcEntry.Read read -> read.findings().forEach(this::addFinding);
                case MarcEntry.Rejected rejected -> {
                    if (!spans.anyFault()) spans.markLast(new Finding(rejected.reason(), "", rejected.detail()));
                }
            }
        }
    }

    private void addFinding(Finding finding) {
        if (ReaderFindings.areOurs(finding)) return;
        var tag = ReaderFindings.tag(finding);
        boolean marked = !tag.isEmpty() && spans.mark(Part.FIELD, tag, finding);
        if (!marked && ReaderFindings.isAboutEncoding(finding)) spans.mark(Part.ENCODING, "", finding);
    }
}

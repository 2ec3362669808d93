package org.carrel.desk.web;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import org.carrel.devices.MdmChange;
import org.carrel.devices.MdmField;
import org.carrel.devices.MdmFinding;
import org.carrel.devices.MdmLine;
import org.carrel.devices.MdmOutcome;
import org.carrel.devices.MdmRemark;
import org.carrel.devices.MdmRun;
import org.carrel.devices.MdmRun.State;

/** Files of devices in the words of the staff pages. */
final class MdmWords {
    private final StaffWords words;

    MdmWords(StaffWords words) {
        this.words = words;
    }

    String state(MdmRun run) {
        var word = words.text("mdmState." + run.state());
        var done = run.state() == State.UNDONE ? run.undone() : run.committed();
        return done.map(at -> words.text("rosters.doneBy", word, at.by(), words.time(at.at())))
                .orElse(word);
    }

    /** What kind of file it is, for which site, who and when. */
    String facts(MdmRun run, String site) {
        var origin = words.text("rosterOrigin." + run.origin(), run.stagedBy(), words.time(run.staged()));
        return words.text("mdmForm." + run.form()) + " · " + site + " · " + origin;
    }

    String finding(MdmFinding finding) {
        return words.text("mdmFinding." + finding.kind(), finding.detail());
    }

    String remark(MdmRemark remark) {
        return words.text("mdmRemark." + remark.kind(), remark.detail());
    }

    /** What changes for a device, a field after the other. */
    String changes(MdmLine line) {
        return line.changes().stream().map(this::change).collect(Collectors.joining(" · "));
    }

    private String change(MdmChange change) {
        var label = words.text("mdmField." + change.field());
        var becomes = value(change.field(), change.becomes());
        return change.was().isEmpty()
                ? label + ": " + becomes
                : label + ": " + value(change.field(), change.was()) + " → " + becomes;
    }

    private String value(MdmField field, String value) {
        if (field.isMoment()) return words.time(Instant.parse(value));
        if (field == MdmField.PRICE) return String.format(Locale.ROOT, "%.2f", Long.parseLong(value) / 100.0);
        return value;
    }

    /** For style sheets. */
    static String look(MdmOutcome outcome) {
        return switch (outcome) {
            case NEW, CHANGED -> "added";
            case CONFLICT, MISSING -> "conflict";
            case REFUSED -> "rejected";
            case SEEN, IGNORED, SAME -> "same";
        };
    }
}

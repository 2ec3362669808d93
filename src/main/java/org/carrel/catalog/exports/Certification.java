package org.carrel.catalog.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordChanges.Change;
import org.carrel.catalog.RecordChanges.Reason;
import org.carrel.catalog.exports.RecordComparison.Difference;
import org.carrel.catalog.marc.Marc8Form;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.rules.HouseRules;
import org.carrel.catalog.rules.RecordMerge;

/**
 * The states of one record on its way, and the reason of every step between them. Pure.
 *
 * @param imported the bytes that came, read once more
 * @param kept as it stands in the catalog
 * @param earlier as it stood there before, newest first
 * @param edited whether a person wrote the state that is kept
 * @param meant as it was to be written
 * @param copyTags fields that the copies replaced
 * @param marc8 whether the file is in MARC-8
 * @param settings of the import that brought it
 */
record Certification(
        MarcEntry.Read imported,
        MarcRecord kept,
        List<MarcRecord> earlier,
        boolean edited,
        MarcRecord meant,
        Set<String> copyTags,
        boolean marc8,
        ImportSettings settings) {

    /** Every difference between what came and what was read back from the file; empty when there is none. */
    List<Change> changes(Optional<MarcRecord> readBack) {
        var changes = new ArrayList<Change>(Repairs.changes(imported.findings()));
        var incoming = incoming();
        add(changes, imported.record(), incoming, difference -> Reason.HOUSE_RULE);
        add(changes, incoming, kept, this::whyKept);
        add(changes, kept, meant, this::whyMeant);
        if (marc8) Marc8Form.lacking(meant).forEach(lacking -> changes.add(lacking(lacking)));
        readBack.ifPresentOrElse(
                record -> add(changes, meant, record, difference -> Reason.UNEXPLAINED),
                () -> changes.add(new Change(Reason.NOT_READ_BACK, "", "", "", "")));
        return changes;
    }

    private MarcRecord incoming() {
        return HouseRules.record(settings.rules(), imported.record());
    }

    private interface Why {
        Reason of(Difference difference);
    }

    private static void add(List<Change> changes, MarcRecord was, MarcRecord is, Why why) {
        for (var difference : RecordComparison.differences(was, is)) {
            changes.add(new Change(why.of(difference), difference.tag(), difference.was(), difference.is(), ""));
        }
    }

    /** A merge is a reason only when it gives exactly the record that is kept. */
    private Reason whyKept(Difference difference) {
        if (earlier.stream().anyMatch(this::mergesToKept)) return Reason.MERGED;
        return edited ? Reason.EDITED : Reason.UNEXPLAINED;
    }

    private boolean mergesToKept(MarcRecord before) {
        var incoming = incoming();
        return RecordMerge.overlay(before, incoming, settings.overlay()).equals(kept)
                || RecordMerge.join(before, incoming).equals(kept);
    }

    private Reason whyMeant(Difference difference) {
        if (copyTags.contains(difference.tag())) return Reason.COPIES;
        boolean sets =
                marc8 && difference.tag().equals("066") && difference.was().isEmpty();
        return sets ? Reason.CHARACTER_SETS : Reason.UNEXPLAINED;
    }

    private static Change lacking(Marc8Form.Lacking lacking) {
        var names = new StringBuilder();
        lacking.characters().codePoints().distinct().forEach(c -> {
            if (!names.isEmpty()) names.append(", ");
            names.appendCodePoint(c).append(String.format(" (U+%04X)", c));
        });
        var text = RecordComparison.text(lacking.field());
        return new Change(Reason.NOT_IN_MARC_8, lacking.field().tag(), text, "", names.toString());
    }
}

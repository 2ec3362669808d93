package org.carrel.catalog.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carrel.catalog.Finding;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportReport.Copies;
import org.carrel.catalog.ImportReport.Note;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.store.ImportLineStore.Line;
import org.carrel.catalog.store.Remarks;

/** Adds up what happened to each record of a file. */
final class ReportBuilder {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Integer> repairs = new TreeMap<>();
    private final List<Note> notes = new ArrayList<>();
    private int notesLeftOut;
    private int added;
    private int updated;
    private int same;
    private int withoutBarcode;
    private int rejected;
    private int deleted;

    /** A record as the log of imports has it. */
    void add(Line line) {
        countOne(line.outcome());
        var copies = line.copies();
        added += copies.added();
        updated += copies.updated();
        same += copies.same();
        withoutBarcode += copies.withoutBarcode();
        rejected += copies.rejected();
        if (line.problem().equals(ImportProblem.DELETION_DONE.name())) deleted++;
        var remarks = Remarks.read(line.remarks(), line.reason());
        remarks.loaded().forEach(this::countRepair);
        if (!line.reason().isEmpty()) note(line, line.problem(), line.reason());
        remarks.copiesLeftOut().forEach(finding -> note(line, finding.problem().name(), Words.of(finding)));
    }

    private void note(Line line, String problem, String reason) {
        note(new Note(line.at(), line.outcome(), line.controlNumber(), line.title(), problem, reason));
    }

    private int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    private void countOne(Outcome outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private void countRepair(Finding finding) {
        var place = finding.place().replaceAll("\\[\\d+]", "");
        repairs.merge(Words.of(new Finding(finding.problem(), place, "…")), 1, Integer::sum);
    }

    private void note(Note note) {
        if (notes.size() < ImportReport.MAX_NOTES) notes.add(note);
        else notesLeftOut++;
    }

    /** A file in which no record is a title is refused as a whole. */
    Optional<Finding> refusedForContent() {
        return titles() == 0 ? Optional.of(whatInstead()) : Optional.empty();
    }

    /** Records that are titles, or would be if they were not damaged or asked to go. */
    private int titles() {
        return records() - count(Outcome.AUTHORITY) - count(Outcome.HOLDINGS) - count(Outcome.OTHER);
    }

    /** For a file without titles: what it holds instead. */
    private Finding whatInstead() {
        return new Finding(problemInstead(), "", String.valueOf(records()));
    }

    private ImportProblem problemInstead() {
        if (records() == 0) return ImportProblem.FILE_WITHOUT_RECORDS;
        if (count(Outcome.AUTHORITY) == records()) return ImportProblem.FILE_OF_AUTHORITIES;
        if (count(Outcome.HOLDINGS) == records()) return ImportProblem.FILE_OF_HOLDINGS;
        return ImportProblem.FILE_WITHOUT_TITLES;
    }

    int records() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    ImportReport build(
            long number, String file, String site, boolean committed, boolean newSite, Optional<String> refused) {
        return new ImportReport(
                number,
                file,
                site,
                committed,
                refused,
                newSite,
                Map.copyOf(outcomes),
                deleted,
                new Copies(added + updated + same, added, updated, withoutBarcode, rejected),
                List.copyOf(notes),
                notesLeftOut,
                Map.copyOf(repairs));
    }
}

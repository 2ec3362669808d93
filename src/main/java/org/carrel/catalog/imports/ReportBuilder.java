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
import org.carrel.catalog.RecordPosition;

/** Adds up what happened to each record of a file. */
final class ReportBuilder {
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Integer> repairs = new TreeMap<>();
    private final List<Note> notes = new ArrayList<>();
    private int notesLeftOut;
    private int standing;
    private int added;
    private int updated;
    private int withoutBarcode;
    private int rejected;

    void add(Result result) {
        count(result.outcome());
        var copies = result.copies();
        standing += copies.standing();
        added += copies.added().size();
        updated += copies.updated().size();
        withoutBarcode += copies.withoutBarcode();
        rejected += copies.rejected().size();
        result.incoming().entry().findings().forEach(this::countRepair);
        result.incoming().findings().forEach(this::countRepair);
        copies.doubts().forEach(this::countRepair);
        if (!result.reason().isEmpty()) note(result, result.outcome().name(), result.reason());
        copies.rejected().forEach(finding -> note(result, finding.problem().name(), Words.of(finding)));
    }

    private void note(Result result, String problem, String reason) {
        var bib = result.incoming().bib();
        note(new Note(
                result.at(),
                result.outcome(),
                bib.identifiers().controlNumber(),
                bib.titles().main(),
                problem,
                reason));
    }

    /** A record that is no bibliographic one, or none at all. */
    void add(RecordPosition at, Outcome outcome, String controlNumber, Finding why) {
        count(outcome);
        note(new Note(at, outcome, controlNumber, "", why.problem().name(), Words.of(why)));
    }

    private void count(Outcome outcome) {
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

    /** Records that are titles, or would be if they were not damaged or asked to go. */
    int titles() {
        return records()
                - outcomes.getOrDefault(Outcome.AUTHORITY, 0)
                - outcomes.getOrDefault(Outcome.HOLDINGS, 0)
                - outcomes.getOrDefault(Outcome.OTHER, 0);
    }

    /** For a file without titles: what it holds instead. */
    String whatInstead() {
        if (records() == 0) return "The file holds no records. Ask the vendor for it again.";
        var kinds = new ArrayList<String>();
        outcomes.forEach((outcome, count) -> kinds.add(count + " "
                + switch (outcome) {
                    case AUTHORITY -> "authority records";
                    case HOLDINGS -> "holdings records";
                    default -> "records of other kinds";
                }));
        return "The file holds no titles, only " + String.join(" and ", kinds) + ". Nothing was loaded.";
    }

    int records() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    ImportReport build(String file, String site, boolean committed, boolean newSite, Optional<String> refused) {
        return new ImportReport(
                file,
                site,
                committed,
                refused,
                newSite,
                Map.copyOf(outcomes),
                new Copies(standing, added, updated, withoutBarcode, rejected),
                List.copyOf(notes),
                notesLeftOut,
                Map.copyOf(repairs));
    }
}

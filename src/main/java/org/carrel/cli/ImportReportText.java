package org.carrel.cli;

import java.io.PrintWriter;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportReport.Note;
import org.carrel.catalog.ImportReport.Outcome;

/** The report of an import as a person reads it in a terminal. */
final class ImportReportText {
    private static final int NOTES_SHOWN = 200;

    private ImportReportText() {}

    static void write(ImportReport report, PrintWriter out) {
        out.println(report.file() + (report.number() > 0 ? ", import " + report.number() : ""));
        report.refused().ifPresent(why -> out.println("  Refused: " + why));
        out.printf("  %,d records for site %s%s%n", report.records(), report.site(), newSite(report));
        line(out, report, Outcome.ADDED, "added");
        line(out, report, Outcome.OVERLAID, "overlaid: a newer description of a title you have");
        line(out, report, Outcome.SAME, "the same as before");
        line(out, report, Outcome.CONFLICT, "added, but too like another title: please look");
        line(out, report, Outcome.REJECTED, "rejected");
        line(out, report, Outcome.DELETION, deletions(report));
        line(out, report, Outcome.AUTHORITY, "authority records, not titles");
        line(out, report, Outcome.HOLDINGS, "holdings records, not titles");
        line(out, report, Outcome.OTHER, "records of other kinds, not titles");
        copies(out, report);
        notes(out, report);
        if (!report.repairs().isEmpty()) {
            out.println("  Repaired or doubtful, and loaded:");
            report.repairs().forEach((what, count) -> out.printf("    %,d × %s%n", count, what));
        }
        if (!report.committed() && report.refused().isEmpty()) {
            out.println("  Nothing was written: this was a rehearsal. Add --commit to load the file.");
        }
    }

    private static String newSite(ImportReport report) {
        if (!report.newSite()) return "";
        return report.committed()
                ? ", which is new and was created"
                : ", which does not exist yet and would be created";
    }

    private static String deletions(ImportReport report) {
        return report.deleted() == 0
                ? "ask to delete a title: nothing was deleted"
                : "ask to delete a title: %,d titles were deleted".formatted(report.deleted());
    }

    private static void line(PrintWriter out, ImportReport report, Outcome outcome, String words) {
        if (report.count(outcome) > 0) out.printf("    %,7d %s%n", report.count(outcome), words);
    }

    private static void copies(PrintWriter out, ImportReport report) {
        var copies = report.copies();
        out.printf("  %,d copies", copies.standing());
        if (copies.updated() > 0) out.printf(", %,d of them changed", copies.updated());
        if (copies.withoutBarcode() > 0) out.printf(", %,d still need a barcode", copies.withoutBarcode());
        if (copies.rejected() > 0) out.printf("; %,d left out", copies.rejected());
        out.println();
    }

    private static void notes(PrintWriter out, ImportReport report) {
        report.notes().stream().limit(NOTES_SHOWN).forEach(note -> out.println("    " + text(note)));
        var more = report.notes().size() - NOTES_SHOWN + report.notesLeftOut();
        if (more > 0) out.printf("    … and %,d more; --json lists them%n", more);
    }

    private static String text(Note note) {
        var at = note.at();
        var place = new StringBuilder("record ").append(at.number());
        if (!at.entry().isEmpty()) place.append(" in ").append(at.entry());
        place.append(at.line() > 0 ? ", line " + at.line() : ", byte " + at.offset());
        if (!note.controlNumber().isEmpty()) place.append(", 001 ").append(note.controlNumber());
        return place.append(": ").append(note.reason()).toString();
    }
}

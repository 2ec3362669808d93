package org.carrel.cli;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carrel.catalog.ImportReport;
import org.carrel.catalog.ImportReport.Note;
import org.carrel.catalog.ImportReport.Outcome;

/** The report of an import as JSON: one object with the totals of all files, and one for each file. */
final class ImportReportJson {
    private ImportReportJson() {}

    static void write(List<ImportReport> reports, Writer out) {
        var factory = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        try (var json = factory.createGenerator(out)) {
            json.writeStartObject();
            json.write("committed", reports.stream().anyMatch(ImportReport::committed));
            totals(json, reports);
            notes(json, "rejects", reports, Outcome.REJECTED);
            notes(json, "conflictList", reports, Outcome.CONFLICT);
            json.writeStartArray("files");
            reports.forEach(report -> file(json, report));
            json.writeEnd();
            json.writeEnd();
        }
    }

    private static void totals(JsonGenerator json, List<ImportReport> reports) {
        json.write("records", reports.stream().mapToInt(ImportReport::records).sum());
        json.write("added", count(reports, Outcome.ADDED));
        json.write("overlaid", count(reports, Outcome.OVERLAID));
        json.write("same", count(reports, Outcome.SAME));
        json.write("conflicts", count(reports, Outcome.CONFLICT));
        json.write("rejected", count(reports, Outcome.REJECTED));
        json.write("deletions", count(reports, Outcome.DELETION));
        json.write("deleted", reports.stream().mapToInt(ImportReport::deleted).sum());
        json.write("authorities", count(reports, Outcome.AUTHORITY));
        json.write("holdings", count(reports, Outcome.HOLDINGS));
        json.write("others", count(reports, Outcome.OTHER));
        json.write(
                "copies", reports.stream().mapToInt(r -> r.copies().standing()).sum());
        json.write(
                "copiesAdded",
                reports.stream().mapToInt(r -> r.copies().added()).sum());
        json.write(
                "copiesUpdated",
                reports.stream().mapToInt(r -> r.copies().updated()).sum());
        json.write(
                "copiesWithoutBarcode",
                reports.stream().mapToInt(r -> r.copies().withoutBarcode()).sum());
        json.write(
                "copiesRejected",
                reports.stream().mapToInt(r -> r.copies().rejected()).sum());
    }

    private static int count(List<ImportReport> reports, Outcome outcome) {
        return reports.stream().mapToInt(report -> report.count(outcome)).sum();
    }

    private static void notes(JsonGenerator json, String name, List<ImportReport> reports, Outcome outcome) {
        json.writeStartArray(name);
        for (var report : reports) {
            report.notes().stream()
                    .filter(note -> note.outcome() == outcome)
                    .forEach(note -> note(json, report.file(), note));
        }
        json.writeEnd();
    }

    private static void file(JsonGenerator json, ImportReport report) {
        json.writeStartObject();
        json.write("file", report.file());
        if (report.number() > 0) json.write("import", report.number());
        json.write("site", report.site());
        json.write("newSite", report.newSite());
        report.refused().ifPresentOrElse(why -> json.write("refused", why), () -> json.writeNull("refused"));
        totals(json, List.of(report));
        json.writeStartArray("notes");
        report.notes().forEach(note -> note(json, report.file(), note));
        json.writeEnd();
        json.write("notesLeftOut", report.notesLeftOut());
        json.writeStartObject("repairs");
        report.repairs().forEach(json::write);
        json.writeEnd();
        json.writeEnd();
    }

    private static void note(JsonGenerator json, String file, Note note) {
        json.writeStartObject();
        json.write("file", file);
        if (!note.at().entry().isEmpty()) json.write("entry", note.at().entry());
        json.write("record", note.at().number());
        json.write("offset", note.at().offset());
        if (note.at().line() > 0) json.write("line", note.at().line());
        if (note.controlNumber().isEmpty()) json.writeNull("controlNumber");
        else json.write("controlNumber", note.controlNumber());
        if (!note.title().isEmpty()) json.write("title", note.title());
        json.write("outcome", note.outcome().name().toLowerCase(Locale.ROOT));
        json.write("problem", note.problem());
        json.write("reason", note.reason());
        json.writeEnd();
    }
}

package org.carrel.cli;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.carrel.catalog.ExportCertificate;
import org.carrel.catalog.ExportReport;
import org.carrel.catalog.RecordChanges;
import org.carrel.catalog.RecordChanges.Change;

/** The report of an export as one JSON object: the changes as they are found, then the sums. */
final class ExportReportJson implements ExportOutput {
    private final PrintWriter out;
    private final JsonGenerator json;

    ExportReportJson(PrintWriter out, Path file) {
        this.out = out;
        json = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out);
        json.writeStartObject();
        json.write("file", file.toString());
        json.writeStartArray("changes");
    }

    @Override
    public void changes(RecordChanges record) {
        json.writeStartObject();
        json.write("record", record.bibId());
        json.write("title", record.title());
        json.write("deliberate", record.deliberate());
        json.writeStartArray("changes");
        record.changes().forEach(this::change);
        json.writeEnd();
        json.writeEnd();
    }

    private void change(Change change) {
        json.writeStartObject();
        json.write("reason", change.reason().name().toLowerCase(Locale.ROOT));
        json.write("tag", change.tag());
        json.write("was", change.was());
        json.write("is", change.is());
        json.write("detail", change.detail());
        json.writeEnd();
    }

    @Override
    public void report(ExportReport report) {
        json.writeEnd();
        json.write("records", report.records());
        json.write("missing", report.missing());
        report.asideFile().ifPresent(aside -> json.write("asideFile", aside.toString()));
        json.writeStartArray("aside");
        for (var one : report.aside()) {
            json.writeStartObject();
            json.write("record", one.bibId());
            json.write("title", one.title());
            json.write("why", one.why());
            json.writeEnd();
        }
        json.writeEnd();
        report.certificate().ifPresent(this::certificate);
        json.writeEnd();
    }

    private void certificate(ExportCertificate found) {
        json.writeStartObject("certificate");
        json.write("records", found.records());
        json.write("unchanged", found.unchanged());
        json.write("changed", found.changed());
        json.write("errors", found.errors());
        json.writeEnd();
    }

    /** What was broken off stays cut short: a program sees that it is no JSON. */
    @Override
    public void close() {
        json.flush();
        out.println();
        out.flush();
    }
}

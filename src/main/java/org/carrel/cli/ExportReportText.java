package org.carrel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.carrel.catalog.ExportCertificate;
import org.carrel.catalog.ExportReport;
import org.carrel.catalog.RecordChanges;
import org.carrel.catalog.RecordChanges.Change;

/** The report of an export, with its certificate, as a person reads it. */
final class ExportReportText implements ExportOutput {
    private static final ResourceBundle REASONS =
            ResourceBundle.getBundle("org.carrel.catalog.exports.reasons", Locale.ENGLISH);

    private final PrintWriter out;
    private final Path file;

    ExportReportText(PrintWriter out, Path file) {
        this.out = out;
        this.file = file;
    }

    @Override
    public void changes(RecordChanges record) {
        out.printf("record %d, %s%n", record.bibId(), record.title());
        record.changes().forEach(this::change);
    }

    private void change(Change change) {
        var place = change.tag().isEmpty() ? "" : change.tag() + ": ";
        var words = change.detail().isEmpty() ? "" : " " + change.detail();
        out.println("  " + place + REASONS.getString("reason." + change.reason()) + words);
        if (!change.was().isEmpty()) out.println("    was " + change.was());
        if (!change.is().isEmpty()) out.println("    is  " + change.is());
    }

    @Override
    public void report(ExportReport report) {
        out.printf("%,d records written to %s%n", report.records(), file);
        if (report.missing() > 0) out.printf("%,d records are not there any more.%n", report.missing());
        report.asideFile()
                .ifPresent(aside -> out.printf(
                        "%,d records do not fit into ISO 2709 and were written to %s:%n",
                        report.aside().size(), aside));
        report.aside().forEach(one -> out.printf("  record %d, %s: %s%n", one.bibId(), one.title(), one.why()));
        report.certificate().ifPresent(this::certificate);
    }

    private void certificate(ExportCertificate found) {
        out.println("Certificate: the file was read back and compared with what was imported, field for field.");
        out.printf("  %,d of %,d records are field-for-field what was imported.%n", found.unchanged(), found.records());
        if (found.changed() > 0) out.printf("  %,d have deliberate changes, listed above.%n", found.changed());
        if (found.errors() > 0) out.printf("  %,d HAVE ERRORS, listed above.%n", found.errors());
    }

    @Override
    public void close() {
        out.flush();
    }
}

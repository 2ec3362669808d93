package org.carrel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.carrel.catalog.ExportReport;
import org.carrel.catalog.RecordChanges;

/** Where an export tells what it wrote: changes as they are found, then the sums. Nothing is kept in between. */
sealed interface ExportOutput extends AutoCloseable permits ExportReportText, ExportReportJson {
    static ExportOutput to(PrintWriter out, boolean json, Path file) {
        return json ? new ExportReportJson(out, file) : new ExportReportText(out, file);
    }

    void changes(RecordChanges record);

    void report(ExportReport report);

    @Override
    void close();
}

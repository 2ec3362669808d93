package org.carrel.desk.web;

import java.util.List;
import org.carrel.catalog.ImportReport.Outcome;
import org.carrel.catalog.ReportCard;

/** What a vendor's files were like, in words. */
public record ReportCardRows(List<FileRow> files, List<RepairRow> repairs) {
    /** Numbers as the reader's language writes them. */
    public record FileRow(
            long number,
            String file,
            String when,
            String state,
            String records,
            String rejected,
            String conflicts,
            String repairs,
            String copies,
            String withoutBarcode,
            String leftOut) {}

    public record RepairRow(String sentence, String count) {}

    static ReportCardRows of(ReportCard card, StaffWords words) {
        return new ReportCardRows(
                card.files().stream().map(file -> row(file, words)).toList(),
                card.repairs().stream()
                        .map(repaired -> new RepairRow(words.text(repaired.finding()), words.number(repaired.count())))
                        .toList());
    }

    private static FileRow row(ReportCard.File file, StaffWords words) {
        var past = file.past();
        return new FileRow(
                past.number(),
                past.file(),
                words.time(past.started()),
                words.text("importState." + past.state()),
                words.number(past.records()),
                words.number(past.count(Outcome.REJECTED)),
                words.number(past.count(Outcome.CONFLICT)),
                words.number(file.repairs()),
                words.number(file.copies().added()),
                words.number(file.copies().withoutBarcode()),
                words.number(file.copies().leftOut()));
    }
}

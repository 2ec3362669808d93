package org.carrel.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.ImportHistory;
import org.carrel.catalog.ImportLine;
import org.carrel.platform.Csv;

/** The lines of an import as a spreadsheet reads them, filtered and sorted as on the page. */
final class LinesCsv {
    private static final int PAGE = 2000;
    private static final List<String> COLUMNS = List.of(
            "number",
            "controlNumber",
            "recordTitle",
            "outcome",
            "reason",
            "recognised",
            "catalogRecord",
            "copiesAdded",
            "copiesUpdated",
            "copiesSame",
            "withoutBarcode",
            "copiesLeftOut",
            "remarks");

    private final ImportHistory history;
    private final StaffWords words;

    LinesCsv(ImportHistory history, StaffWords words) {
        this.history = history;
        this.words = words;
    }

    void send(long number, LineAddress address, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + number + ".csv\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK
                + Csv.row(COLUMNS.stream()
                        .map(name -> words.text("lines." + name))
                        .toList()));
        var pages = 1;
        for (var page = 1; page <= pages; page++) {
            var lines = history.lines(number, address.filter(), page, PAGE);
            pages = lines.pages();
            for (var line : lines.rows()) out.write(row(line));
        }
    }

    private String row(ImportLine line) {
        var copies = line.copies();
        return Csv.row(List.of(
                Integer.toString(line.at().number()),
                line.controlNumber(),
                line.title(),
                words.text("oneOutcome." + line.outcome()),
                line.reason(),
                LineWords.recognised(line, words),
                line.bibId().map(id -> Long.toString(id)).orElse(""),
                Integer.toString(copies.added()),
                Integer.toString(copies.updated()),
                Integer.toString(copies.same()),
                Integer.toString(copies.withoutBarcode()),
                Integer.toString(copies.rejected()),
                Stream.concat(line.copiesLeftOut().stream(), line.remarks().stream())
                        .map(words::text)
                        .collect(Collectors.joining(" "))));
    }
}

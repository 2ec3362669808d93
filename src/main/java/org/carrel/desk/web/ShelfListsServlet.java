package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.carrel.platform.Csv;
import org.carrel.shelfwork.ShelfInventories;
import org.carrel.shelfwork.ShelfLine;
import org.carrel.shelfwork.ShelfOutcome;
import org.carrel.shelfwork.ShelfSheet;

/** Lists of shelf work as a spreadsheet reads them, in the words of the pages. */
@WebServlet({
    ShelfListsServlet.INVENTORY,
    WeedingView.PAGE + ".csv",
    CollectionReportView.PAGE + ".csv",
    SeriesGapsView.PAGE + ".csv"
})
public class ShelfListsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String INVENTORY = "/desk/shelf-lines.csv";

    @Inject
    transient ShelfInventories inventories;

    @Inject
    transient WeedingView weeding;

    @Inject
    transient CollectionReportView collection;

    @Inject
    transient SeriesGapsView series;

    @Inject
    transient ShelfWords shelf;

    @Inject
    transient StaffWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case INVENTORY -> inventory(request, response);
            case WeedingView.PAGE + ".csv" ->
                list(weeding.isKnown(), "weeding.csv", weeding.headings(), weeding.cells(), response);
            case CollectionReportView.PAGE + ".csv" ->
                list(collection.isKnown(), "collection.csv", collection.headings(), collection.cells(), response);
            default -> list(series.isKnown(), "series-gaps.csv", series.headings(), series.cells(), response);
        }
    }

    private void inventory(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var sheet = inventories.open(Numbered.importNumber(request).orElse(0));
        var headings = List.of(
                words.text("audits.result"),
                words.text("shelf.call"),
                words.text("shelf.book"),
                words.text("sessionBooks.barcode"),
                words.text("audit.told"),
                words.text("audit.act"));
        var name = "inventory-" + Numbered.importNumber(request).orElse(0) + ".csv";
        list(sheet.isPresent(), name, headings, sheet.map(this::cells).orElse(List.of()), response);
    }

    private List<List<String>> cells(ShelfSheet sheet) {
        var cells = new ArrayList<List<String>>();
        sheet.lines().forEach(line -> cells.add(cells(line)));
        sheet.unknown().forEach(code -> cells.add(List.of(words.text("shelf.unknown"), "", "", code, "", "")));
        return cells;
    }

    private List<String> cells(ShelfLine line) {
        var copy = line.copy();
        var done = line.outcome() == ShelfOutcome.MISSING ? "shelf.marked" : "shelf.settled";
        return List.of(
                words.text("shelfOutcome." + line.outcome()),
                copy.callNumber(),
                copy.title(),
                copy.barcode(),
                shelf.where(copy, line.outcome()).orElse(""),
                line.foundSince() ? words.text("shelf.foundSince") : line.settled() ? words.text(done) : "");
    }

    private static void list(
            boolean isThere, String file, List<String> headings, List<List<String>> cells, HttpServletResponse response)
            throws IOException {
        if (!isThere) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK + Csv.row(headings));
        for (var row : cells) out.write(Csv.row(row));
    }
}

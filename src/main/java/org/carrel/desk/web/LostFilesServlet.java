package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.circulation.LostThing;
import org.carrel.circulation.LostThings;
import org.carrel.platform.Csv;
import org.carrel.security.CurrentCaller;

/** The list of what is lost as CSV, filtered and sorted as on the page. It names copies by barcode and call number, not by title. */
@WebServlet(LostFilesServlet.CSV)
public class LostFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CSV = "/desk/lost.csv";

    private static final int PAGE = 1_000;
    private static final List<String> COLUMNS = List.of(
            "lost.what",
            "lost.since",
            "people.name",
            "lost.room",
            "lost.barcode",
            "lost.callNumber",
            "lost.said",
            "lost.owed");

    @Inject
    transient LostThings things;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var filter = LostAddress.filter(FormTexts.of(request), caller.required());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"lost.csv\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        out.write(Csv.row(COLUMNS.stream().map(words::text).toList()));
        var pages = 1;
        for (var page = 1; page <= pages; page++) {
            var part = things.page(caller.required(), filter, page, PAGE);
            pages = part.pages();
            for (var thing : part.rows()) out.write(Csv.row(row(thing)));
        }
    }

    private List<String> row(LostThing thing) {
        return Stream.of(
                        words.text("lostKind." + thing.kind()),
                        words.day(thing.since()),
                        thing.name(),
                        thing.room(),
                        thing.copy().barcode(),
                        thing.copy().callNumber(),
                        thing.said(),
                        thing.owed().toString())
                .toList();
    }
}

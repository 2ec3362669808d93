package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import org.carrel.platform.Csv;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;

/** A list of desk/holds.xhtml as a spreadsheet reads it. One with names is audited. */
@WebServlet(HoldsCsvServlet.PATH)
public class HoldsCsvServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/holds.csv";

    @Inject
    transient HoldRows rows;

    @Inject
    transient HoldNames names;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient AuditTrail audit;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var part = HoldsPart.of(texts.get("part"));
        if (part == HoldsPart.SHELF && names.areShown()) {
            var account = OptionalLong.of(caller.required().account());
            audit.add(
                    account,
                    "hold_shelf_exported",
                    new Subject("site", site.get().id()));
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"holds-" + part.word() + ".csv\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK + Csv.row(rows.headings(part)));
        for (var row : rows.of(part, site.get().code(), texts.get("q"))) {
            out.write(Csv.row(row.cells().stream().map(HoldRows.Cell::text).toList()));
        }
    }
}

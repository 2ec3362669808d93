package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.platform.Csv;

/** The counts of loans as a spreadsheet reads them; what is too small to be told is not in the file either (rule PR-2). */
@WebServlet(LoanCountsServlet.PATH)
public class LoanCountsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/loan-counts.csv";

    @Inject
    transient LoanCountsView counts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!counts.isKnown()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + counts.file() + "\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK + Csv.row(counts.headings()));
        for (var row : counts.cells()) out.write(Csv.row(row));
    }
}

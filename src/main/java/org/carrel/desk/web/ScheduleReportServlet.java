package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.platform.Csv;

/** What class sessions came to, as a spreadsheet reads it. */
@WebServlet(ScheduleReportServlet.PATH)
public class ScheduleReportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/schedule-report.csv";

    @Inject
    transient ScheduleReportView report;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!report.isKnown()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + report.file() + "\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK + Csv.row(report.headings()));
        for (var row : report.cells()) out.write(Csv.row(row));
    }
}

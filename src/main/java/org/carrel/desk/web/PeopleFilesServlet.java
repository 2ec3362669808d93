package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import org.carrel.patrons.PatronSearch;
import org.carrel.patrons.PeopleExports;
import org.carrel.platform.Csv;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;

/** The people of the list as CSV or as a workbook. Each is audited. */
@WebServlet({PeopleFilesServlet.CSV, PeopleFilesServlet.XLSX})
public class PeopleFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CSV = "/desk/people.csv";
    static final String XLSX = "/desk/people.xlsx";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    transient PeopleExports exports;

    @Inject
    transient AuditTrail audit;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var by = caller.required();
        var wish = PeopleAddress.wish(FormTexts.of(request), by);
        audit.add(OptionalLong.of(by.account()), "people_exported", new Subject("account", by.account()));
        if (request.getServletPath().equals(CSV)) csv(wish, response);
        else workbook(wish, response);
    }

    private void csv(PatronSearch wish, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"people.csv\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        exports.rows(wish, row -> out.write(Csv.row(row)));
    }

    private void workbook(PatronSearch wish, HttpServletResponse response) throws IOException {
        response.setContentType(WORKBOOK);
        response.setHeader("Content-Disposition", "attachment; filename=\"people.xlsx\"");
        exports.workbook(wish, response.getOutputStream());
    }
}

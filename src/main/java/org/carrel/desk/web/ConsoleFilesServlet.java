package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.OptionalLong;
import org.carrel.devices.ConsoleFiles;
import org.carrel.platform.Csv;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;

/** Our tags and places as files that consoles take back. Each is audited. */
@WebServlet({ConsoleFilesServlet.GOOGLE, ConsoleFilesServlet.JAMF})
public class ConsoleFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String GOOGLE = "/desk/device-imports/google.csv";
    static final String JAMF = "/desk/device-imports/jamf.csv";

    @Inject
    transient ConsoleFiles files;

    @Inject
    transient AuditTrail audit;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var by = caller.required();
        var google = request.getServletPath().equals(GOOGLE);
        audit.add(OptionalLong.of(by.account()), "devices_exported", new Subject("account", by.account()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + (google ? "google" : "jamf") + "-devices.csv\"");
        var out = response.getWriter();
        if (google) files.google(by, row -> out.write(Csv.row(row)));
        else files.jamf(by, row -> out.write(Csv.row(row)));
    }
}

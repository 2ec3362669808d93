package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.carrel.devices.Assignments;
import org.carrel.platform.Csv;
import org.carrel.security.AuditEvent.Subject;
import org.carrel.security.AuditTrail;
import org.carrel.security.CurrentCaller;

/** Lists with names as a spreadsheet reads them: who has which device, and who has not signed. Each is audited. */
@WebServlet({AssignmentFilesServlet.ASSIGNMENTS, AssignmentFilesServlet.UNSIGNED})
public class AssignmentFilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String ASSIGNMENTS = "/desk/assignments.csv";
    static final String UNSIGNED = "/desk/agreements.csv";

    @Inject
    transient Assignments assignments;

    @Inject
    transient AgreementsView agreements;

    @Inject
    transient LentDeviceWords owners;

    @Inject
    transient AuditTrail audit;

    @Inject
    transient StaffWords words;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var by = caller.required();
        var isAssignments = request.getServletPath().equals(ASSIGNMENTS);
        var action = isAssignments ? "assignments_exported" : "unsigned_exported";
        audit.add(OptionalLong.of(by.account()), action, new Subject("account", by.account()));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + (isAssignments ? "assignments" : "agreements") + ".csv\"");
        var out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        if (isAssignments) {
            out.write(Csv.row(List.of(
                    words.text("assignments.device"),
                    words.text("deviceField.MODEL"),
                    words.text("assignments.owner"),
                    words.text("assignments.since"))));
            for (var one : assignments.open(by)) {
                out.write(
                        Csv.row(List.of(one.deviceName(), one.model(), owners.owner(one), words.day(one.assigned()))));
            }
            return;
        }
        out.write(Csv.row(List.of(
                words.text("patronField.HOMEROOM"), words.text("patronField.GRADE"), words.text("people.name"))));
        for (var row : agreements.getUnsigned()) out.write(Csv.row(List.of(row.homeroom(), row.grade(), row.name())));
    }
}

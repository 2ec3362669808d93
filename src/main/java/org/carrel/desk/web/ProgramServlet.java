package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.carrel.security.CurrentCaller;
import org.carrel.security.NewProgram;
import org.carrel.security.ProgramMade;
import org.carrel.security.Programs;
import org.carrel.security.Role;

/** The buttons of desk/programs.xhtml. A token is shown in the answer to its form and nowhere else, ever again. */
@WebServlet({ProgramServlet.NEW, ProgramServlet.REVOKE})
public class ProgramServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String NEW = "/desk/programs/new";
    static final String REVOKE = "/desk/program-revoke";
    /** Request attribute: the {@link ProgramMade} that is shown. */
    static final String MADE = "org.carrel.desk.programMade";

    static final String PAGE = "/desk/programs";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Programs programs;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(NEW)) add(request, response);
        else if (request.getDispatcherType() == DispatcherType.FORWARD) revoke(request, response);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private void add(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var form = FormTexts.of(request);
        var days = FormTexts.integer(form.get("days"));
        var wish = new NewProgram(
                form.get("name"), form.oneOf("role", Role.STUDENT), form.get("site"), Duration.ofDays(days));
        var made = programs.add(caller.required(), wish);
        if (made instanceof ProgramMade.Refused) response.setStatus(UNPROCESSABLE);
        request.setAttribute(MADE, made);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        request.getRequestDispatcher("/desk/programs.xhtml").forward(request, response);
    }

    private void revoke(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var number = Numbered.importNumber(request);
        if (number.isEmpty() || !programs.revoke(caller.required(), number.getAsLong())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE);
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.carrel.platform.Days;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.Maintenance;
import org.carrel.scheduling.SessionChange;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** The forms of desk/maintenance.xhtml: something is out of use, or back. */
@WebServlet({MaintenanceServlet.BOOK, MaintenanceServlet.END})
public class MaintenanceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PAGE = "/desk/maintenance";
    static final String BOOK = "/desk/maintenance/book";
    static final String END = "/desk/maintenance/end";
    /** Request attribute: a {@link Sent}. */
    static final String SENT = "org.carrel.desk.maintenanceSent";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Maintenance maintenance;

    @Inject
    transient BookingChoices choices;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /**
     * A form that is shown again.
     *
     * @param answer of the service; empty when the form itself was wrong
     * @param stopped why something could not be put back into use
     */
    record Sent(
            Map<MaintenanceForm.Problem, String> problems,
            Optional<BookingAnswer> answer,
            Optional<SessionChange.Why> stopped) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site")).map(SchoolSite::code);
        if (site.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (request.getServletPath().equals(END)) end(site.get(), texts, request, response);
        else book(site.get(), texts, request, response);
    }

    private void book(String site, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var from = choices.of(site, Days.read(texts.get("day").strip()));
        var form = MaintenanceForm.read(texts, from);
        if (form.wish().isEmpty()) {
            again(request, response, new Sent(form.problems(), Optional.empty(), Optional.empty()));
            return;
        }
        var answer = maintenance.book(form.wish().get(), caller.required());
        if (answer instanceof BookingAnswer.Booked) to(request, response, site, "out");
        else again(request, response, new Sent(Map.of(), Optional.of(answer), Optional.empty()));
    }

    private void end(String site, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        switch (maintenance.end(FormTexts.number(texts.get("id")), caller.required())) {
            case SessionChange.Done done -> to(request, response, site, "back");
            case SessionChange.No no ->
                again(request, response, new Sent(Map.of(), Optional.empty(), Optional.of(no.why())));
        }
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String site, String done) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", request.getContextPath() + PAGE + "?site=" + FormTexts.encoded(site) + "&done=" + done);
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        request.setAttribute(SENT, sent);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/maintenance.xhtml").forward(request, response);
    }
}

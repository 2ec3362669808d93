package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.patrons.RosterCommit;
import org.carrel.patrons.RosterOwners;
import org.carrel.patrons.RosterSources;
import org.carrel.patrons.RosterUndone;
import org.carrel.patrons.Rosters;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** The buttons of desk/roster.xhtml and the schools of desk/rosters.xhtml. */
@WebServlet({
    RosterActionServlet.SCHOOLS,
    RosterActionServlet.COMMIT,
    RosterActionServlet.DISCARD,
    RosterActionServlet.UNDO,
    RosterActionServlet.COLUMNS
})
public class RosterActionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SCHOOLS = "/desk/rosters/schools";
    static final String COMMIT = "/desk/roster-commit";
    static final String DISCARD = "/desk/roster-discard";
    static final String UNDO = "/desk/roster-undo";
    static final String COLUMNS = "/desk/roster-columns";
    /** Request attributes of a page that is shown again. */
    static final String STOPPED = "org.carrel.desk.rosterStopped";

    static final String UNDONE = "org.carrel.desk.rosterUndone";
    static final String MAPPING = "org.carrel.desk.rosterMapping";
    static final String PROBLEM = "org.carrel.desk.rosterProblem";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Rosters rosters;

    @Inject
    transient RosterSources sources;

    @Inject
    transient RosterOwners owners;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(SCHOOLS)) {
            schools(request, response);
            return;
        }
        var number = Numbered.importNumber(request).orElse(0);
        if (request.getDispatcherType() != DispatcherType.FORWARD
                || rosters.find(number).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (act(request, number)) to(request, response, "/desk/roster/" + number);
        else again(request, response, number);
    }

    /** False when the page has to be shown again, with why. */
    private boolean act(HttpServletRequest request, long number) {
        return switch (request.getServletPath()) {
            case COMMIT -> commit(request, number);
            case UNDO -> undo(request, number);
            case COLUMNS -> columns(request, number);
            default -> {
                rosters.discard(number);
                yield true;
            }
        };
    }

    private boolean commit(HttpServletRequest request, long number) {
        var confirmed = request.getParameter("confirmed") != null;
        var commit = rosters.commit(number, confirmed, caller.required().username());
        if (!(commit instanceof RosterCommit.Stopped)) return true;
        request.setAttribute(STOPPED, true);
        return false;
    }

    private boolean undo(HttpServletRequest request, long number) {
        var undone = rosters.undo(number, caller.required().username());
        if (!(undone instanceof RosterUndone.NotLast)) return true;
        request.setAttribute(UNDONE, undone);
        return false;
    }

    private boolean columns(HttpServletRequest request, long number) {
        var question = rosters.question(number);
        if (question.isEmpty()) return true;
        var form = RosterMappingForm.of(FormTexts.of(request), question.get().columns());
        if (form.problem().isEmpty()) {
            rosters.map(number, form.mapping());
            return true;
        }
        request.setAttribute(MAPPING, form.mapping());
        request.setAttribute(PROBLEM, form.problem());
        return false;
    }

    private void schools(HttpServletRequest request, HttpServletResponse response) {
        if (!caller.may(Operation.IMPORT_ROSTER, owners.owner())) {
            to(request, response, "/desk/rosters?problem=NOT_YOURS");
            return;
        }
        var texts = FormTexts.of(request);
        var source = FormTexts.integer(texts.get("source"));
        for (var at = 0; at < texts.count("school", "id"); at++) {
            var site = texts.get("school." + at + ".site");
            sources.assign(source, texts.get("school." + at + ".id"), site.equals(PeopleAddress.ALL) ? "" : site);
        }
        to(request, response, "/desk/rosters?done=schools#schools");
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, long number)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, "/desk/roster/" + number);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/roster.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

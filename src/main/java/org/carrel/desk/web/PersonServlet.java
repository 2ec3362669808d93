package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.patrons.PatronSaved;
import org.carrel.patrons.Patrons;
import org.carrel.security.CurrentCaller;

/** The form of desk/person-edit.xhtml and the buttons of desk/person.xhtml. */
@WebServlet({PersonServlet.NEW, PersonServlet.SAVE, PersonServlet.CHANGE})
public class PersonServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String NEW = "/desk/people/new";
    static final String SAVE = "/desk/person-save";
    static final String CHANGE = "/desk/person-change";
    /** Request attribute: a {@link PersonDraft} that is shown again. */
    static final String SENT = "org.carrel.desk.personSent";
    /** Request attribute: a {@link PersonButtons.Answer} that is shown at its form. */
    static final String ANSWER = "org.carrel.desk.personAnswer";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Patrons patrons;

    @Inject
    transient PersonButtons buttons;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(NEW)) save(0, request, response);
        else if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else if (request.getServletPath().equals(SAVE)) save(number(request), request, response);
        else change(number(request), request, response);
    }

    private static long number(HttpServletRequest request) {
        return Numbered.importNumber(request).orElse(0);
    }

    private void save(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var by = caller.required();
        var draft = PersonDraft.typed(id, FormTexts.of(request), by);
        if (draft.isSound()) {
            var saved = id == 0
                    ? patrons.add(draft.facts(), draft.note(), draft.expires(), by.username())
                    : patrons.change(draft.change(), by.username());
            if (saved instanceof PatronSaved.Saved done) {
                to(request, response, "/desk/person/" + done.id() + "?done=saved");
                return;
            }
            draft = draft.answered(saved);
        }
        request.setAttribute(SENT, draft);
        request.setAttribute(StaffView.ADDRESS, id == 0 ? "/desk/person-edit" : "/desk/person/" + id + "/edit");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/person-edit.xhtml").forward(request, response);
    }

    private void change(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var answer = buttons.press(id, FormTexts.of(request), caller.required());
        if (!answer.done().isEmpty()) {
            to(request, response, "/desk/person/" + answer.person() + "?done=" + answer.done() + "#" + answer.part());
            return;
        }
        if (answer.problem().isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        request.setAttribute(ANSWER, answer);
        request.setAttribute(StaffView.ADDRESS, "/desk/person/" + id);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/person.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.carrel.security.CurrentCaller;
import org.carrel.security.DeskLock;
import org.carrel.security.UnlockProblem;

/** The forms of desk/unlock-with.xhtml: the own PIN and badge for a desk that is locked. */
@WebServlet(UnlockServlet.PATH)
public class UnlockServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/door/unlock-with";
    /** Request attribute: the {@link UnlockProblem} of what was sent. */
    static final String PROBLEM = "org.carrel.desk.unlockProblem";

    /** What the buttons are called in the form. */
    static final List<String> DONE = List.of("pin", "badge", "no-pin", "no-badge");

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeskLock lock;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        var form = FormTexts.of(request);
        var wish = form.get("do");
        if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else if (!DONE.contains(wish)) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else answer(wish, done(wish, form), request, response);
    }

    private Optional<UnlockProblem> done(String wish, FormTexts form) {
        var by = caller.required();
        switch (wish) {
            case "pin" -> {
                return lock.setPin(by, form.get("pin"), form.get("again"));
            }
            case "badge" -> {
                return lock.setBadge(by, form.get("badge"));
            }
            case "no-pin" -> lock.removePin(by);
            default -> lock.removeBadge(by);
        }
        return Optional.empty();
    }

    private static void answer(
            String wish, Optional<UnlockProblem> problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/account/unlock?done=" + wish);
            return;
        }
        request.setAttribute(PROBLEM, problem.get());
        request.setAttribute(StaffView.ADDRESS, "/account/unlock");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/unlock-with.xhtml").forward(request, response);
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.SessionChange;
import org.carrel.security.CurrentCaller;

/** The forms of desk/class-session.xhtml and desk/approvals.xhtml: call off, say that the class is here, decide. */
@WebServlet({SessionServlet.CANCEL, SessionServlet.CLAIM, SessionServlet.DECIDE})
public class SessionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CANCEL = "/desk/session-cancel";
    static final String CLAIM = "/desk/session-claim";
    static final String DECIDE = "/desk/session-decide";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.sessionProblem";

    /** With the number of the session behind it. */
    static final String PAGE = "/schedule/session/";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Bookings bookings;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var texts = FormTexts.of(request);
        var session = Numbered.importNumber(request).orElseThrow();
        var by = caller.required();
        var path = request.getServletPath();
        var approve = texts.get("do").equals("approve");
        var done =
                path.equals(DECIDE) ? approve ? "approved" : "refused" : path.equals(CLAIM) ? "claimed" : "cancelled";
        var answer =
                switch (path) {
                    case CANCEL -> bookings.cancel(session, texts.get("why").strip(), by);
                    case CLAIM -> bookings.claim(session, by);
                    default ->
                        bookings.decide(session, approve, texts.get("why").strip(), by);
                };
        if (answer instanceof SessionChange.No no) {
            wrong(session, new BookingWords(words).stopped(no.why()), request, response);
            return;
        }
        var list = texts.get("list").equals("yes");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath()
                        + (list
                                ? ApprovalsView.PAGE + "?site=" + FormTexts.encoded(texts.get("site")) + "&done=" + done
                                : PAGE + session + "?done=" + done));
    }

    private static void wrong(long session, String problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, PAGE + session);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/class-session.xhtml").forward(request, response);
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.SessionChange;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/preparation.xhtml: a session is ready. */
@WebServlet(PreparationServlet.DONE)
public class PreparationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String DONE = "/desk/preparation/done";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.preparationProblem";

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
        var texts = FormTexts.of(request);
        var session = FormTexts.number(texts.get("session"));
        switch (bookings.prepared(session, caller.required())) {
            case SessionChange.Done done -> {
                var site = URLEncoder.encode(texts.get("site"), StandardCharsets.UTF_8);
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader(
                        "Location",
                        request.getContextPath() + "/desk/preparation?site=" + site + "#session-" + session);
            }
            case SessionChange.No no -> {
                request.setAttribute(PROBLEM, words.text("preparation.problem." + no.why()));
                request.setAttribute(StaffView.ADDRESS, "/desk/preparation");
                response.setStatus(UNPROCESSABLE);
                request.getRequestDispatcher("/desk/preparation.xhtml").forward(request, response);
            }
        }
    }
}

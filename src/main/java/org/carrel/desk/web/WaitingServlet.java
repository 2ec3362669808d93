package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.WaitAnswer;
import org.carrel.scheduling.WaitAnswer.InVain;
import org.carrel.scheduling.WaitAnswer.Waits;
import org.carrel.scheduling.WaitingList;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/session-waiting.xhtml, and that of who was refused a session and waits. */
@WebServlet({WaitingServlet.CHANGE, WaitingServlet.JOIN})
public class WaitingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PAGE = "/schedule/waiting";
    static final String CHANGE = "/schedule/waiting/change";
    static final String JOIN = "/schedule/waiting/join";
    /** Request attribute: a key of what is wrong. */
    static final String PROBLEM = "org.carrel.desk.waitingProblem";
    /** Request attribute: why somebody waits in vain. */
    static final String IN_VAIN = "org.carrel.desk.waitingInVain";
    /** Request attribute: code of the site of it. */
    static final String SITE = "org.carrel.desk.waitingSite";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient WaitingList waiting;

    @Inject
    transient SeriesBasis basis;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        if (request.getServletPath().equals(JOIN)) join(request, response, texts);
        else change(request, response, texts);
    }

    private void join(HttpServletRequest request, HttpServletResponse response, FormTexts texts)
            throws ServletException, IOException {
        var wish = basis.of(texts);
        if (wish.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var answer = waiting.join(wish.get(), caller.required());
        switch (answer) {
            case Waits waits -> to(request, response, "waits");
            case WaitAnswer.Free free -> again(request, response, "FREE");
            case InVain vain -> {
                request.setAttribute(IN_VAIN, vain);
                request.setAttribute(SITE, wish.get().site());
                again(request, response, "IN_VAIN");
            }
            case WaitAnswer.Stopped stopped -> again(request, response, "NOT_ALLOWED");
        }
    }

    private void change(HttpServletRequest request, HttpServletResponse response, FormTexts texts)
            throws ServletException, IOException {
        var id = FormTexts.number(texts.get("id"));
        var by = caller.required();
        var done = texts.get("do");
        var isDone =
                switch (done) {
                    case "take" -> waiting.take(id, by) instanceof BookingAnswer.Booked;
                    case "again" -> waiting.again(id, by);
                    case "leave" -> waiting.giveUp(id, by);
                    default -> false;
                };
        if (isDone) to(request, response, done);
        else again(request, response, done.equals("take") ? "OFFER_OVER" : "CHANGED");
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String done) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PAGE + "?done=" + done);
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, String problem)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/session-waiting.xhtml").forward(request, response);
    }
}

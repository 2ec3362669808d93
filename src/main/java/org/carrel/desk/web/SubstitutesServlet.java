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
import java.util.OptionalInt;
import org.carrel.platform.Days;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.NoShows;
import org.carrel.scheduling.SessionChange;
import org.carrel.scheduling.Substitutes;
import org.carrel.scheduling.Substitutes.Problem;
import org.carrel.security.CurrentCaller;

/** The forms of desk/substitutes.xhtml, and the button of who stands in. */
@WebServlet({SubstitutesServlet.CHANGE, SubstitutesServlet.CLAIM})
public class SubstitutesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PAGE = "/desk/substitutes";
    static final String CHANGE = "/desk/substitutes/change";
    static final String OWN = "/schedule/substitute";
    static final String CLAIM = "/schedule/substitute/claim";
    /** Request attribute: a key of what is wrong. */
    static final String PROBLEM = "org.carrel.desk.substitutesProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Substitutes substitutes;

    @Inject
    transient NoShows missed;

    @Inject
    transient Bookings bookings;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        if (request.getServletPath().equals(CLAIM)) claim(request, response, texts);
        else change(request, response, texts);
    }

    private void claim(HttpServletRequest request, HttpServletResponse response, FormTexts texts)
            throws ServletException, IOException {
        var session = FormTexts.number(texts.get("session"));
        var by = caller.required();
        var isTheirs = substitutes.sessions(by).stream().anyMatch(known -> known.id() == session);
        if (isTheirs && bookings.claim(session, by) instanceof SessionChange.Done) {
            to(request, response, OWN + "?done=claimed");
        } else {
            again(request, response, OWN, "/desk/session-substitute.xhtml", "NOT_NOW");
        }
    }

    private void change(HttpServletRequest request, HttpServletResponse response, FormTexts texts)
            throws ServletException, IOException {
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var problem = act(site.get().code(), texts);
        if (problem.isEmpty()) {
            var code = URLEncoder.encode(site.get().code(), StandardCharsets.UTF_8);
            to(request, response, PAGE + "?site=" + code + "&done=" + texts.get("do"));
        } else {
            again(request, response, PAGE, "/desk/substitutes.xhtml", problem);
        }
    }

    /** @return a key of what is wrong; empty when it is done */
    private String act(String site, FormTexts texts) {
        var by = caller.required();
        return switch (texts.get("do")) {
            case "add" -> {
                var from = Days.read(texts.get("from").strip());
                var to = texts.get("to").isBlank()
                        ? from
                        : Days.read(texts.get("to").strip());
                if (from.isEmpty() || to.isEmpty()) yield Problem.NO_DAYS.name();
                yield substitutes
                        .add(
                                site,
                                FormTexts.number(texts.get("teacher")),
                                FormTexts.number(texts.get("account")),
                                from.get(),
                                to.get(),
                                by)
                        .stream()
                        .findFirst()
                        .map(Problem::name)
                        .orElse("");
            }
            case "end" -> substitutes.end(FormTexts.number(texts.get("id")), by) ? "" : "CHANGED";
            case "minutes" -> {
                var minutes = texts.get("minutes").isBlank()
                        ? OptionalInt.empty()
                        : OptionalInt.of(FormTexts.integer(texts.get("minutes")));
                yield missed.save(site, minutes, by) ? "" : "NO_MINUTES";
            }
            default -> "CHANGED";
        };
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + address);
    }

    private static void again(
            HttpServletRequest request, HttpServletResponse response, String address, String page, String problem)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, address);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher(page).forward(request, response);
    }
}

package org.carrel.kiosk.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.stream.Stream;
import org.carrel.platform.rest.Problem;
import org.carrel.platform.web.ScreenLanguage;

/**
 * Every failure ends here: a page in the reader's language, or a problem (RFC 9457) under {@code /api}. Neither tells
 * anything about our insides; the container has logged what broke.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(ErrorServlet.class.getName());
    private static final String PAGE = "/kiosk/error.xhtml";
    private static final String RETRY_SECONDS = "30";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var problem = problem(request);
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        if (isApi(request)) json(request, response, problem);
        else page(request, response, problem);
    }

    private static void page(HttpServletRequest request, HttpServletResponse response, ScreenProblem problem)
            throws IOException {
        request.setAttribute(KioskErrorView.PROBLEM, problem);
        try {
            request.getRequestDispatcher(PAGE).forward(new PlainGet(request), response);
        } catch (ServletException | RuntimeException e) {
            LOG.log(Level.ERROR, "The error page itself failed", e); // the page's own parts may be what is broken
            plain(response, problem);
        }
    }

    private static void plain(HttpServletResponse response, ScreenProblem problem) throws IOException {
        if (response.isCommitted()) return;
        response.resetBuffer();
        response.setContentType("text/plain;charset=UTF-8");
        var english = Words.bundle(ScreenLanguage.EN);
        response.getWriter().write(english.getString(problem.titleKey()) + "\n" + english.getString(problem.textKey()));
    }

    private static void json(HttpServletRequest request, HttpServletResponse response, ScreenProblem problem)
            throws IOException {
        var language = ScreenLanguage.preferred(Objects.requireNonNullElse(request.getHeader("Accept-Language"), ""));
        response.setContentType("application/problem+json;charset=UTF-8");
        response.setHeader("Content-Language", language.tag());
        response.getWriter()
                .write(Problem.inWords(problem.status(), language)
                        .at(asked(request))
                        .json());
    }

    private static ScreenProblem problem(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 500;
        var causes = causes(request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return causes.flatMap(cause -> ScreenProblem.of(cause).stream())
                .findFirst()
                .orElse(new ScreenProblem(status));
    }

    private static Stream<Throwable> causes(Object exception) {
        var first = exception instanceof Throwable thrown ? thrown : null;
        return Stream.iterate(first, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static String asked(HttpServletRequest request) {
        return Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
    }

    private static boolean isApi(HttpServletRequest request) {
        var asked = asked(request);
        return asked.equals(request.getContextPath() + "/api") || asked.startsWith(request.getContextPath() + "/api/");
    }
}

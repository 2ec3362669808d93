package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.security.CardVisits;
import org.carrel.security.Devices;
import org.carrel.security.WebSettings;

/**
 * What the scripts of a kiosk ask for. {@code /kiosk-start} takes the code that makes a screen one of the library's;
 * {@code /kiosk-reset} forgets what the last reader chose, and who it was; {@code /kiosk-check} says whether the screen is still good.
 */
@WebServlet({KioskServlet.START, KioskServlet.RESET, KioskServlet.CHECK})
public class KioskServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String START = "/kiosk-start";
    static final String RESET = "/kiosk-reset";
    static final String CHECK = "/kiosk-check";
    /** Request attribute: the code was wrong. */
    static final String WRONG = "org.carrel.kiosk.wrongCode";

    private static final String START_PAGE = "/kiosk/start.xhtml";
    private static final Duration TOKEN_LIFE = Duration.ofDays(400);
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Devices devices;

    @Inject
    transient KioskDevice device;

    @Inject
    transient CodeTries tries;

    @Inject
    transient CardVisits visits;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        switch (request.getServletPath()) {
            case RESET -> {
                device.cardPlace().ifPresent(visits::over);
                response.addCookie(OwnCookie.gone(request, ReaderLanguage.COOKIE, settings.secure()));
                response.addCookie(OwnCookie.gone(request, ScreenView.AID_COOKIE, settings.secure()));
                response.sendRedirect(request.getContextPath() + "/");
            }
            case CHECK ->
                response.setStatus(
                        device.isSwitchedOff() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_NO_CONTENT);
            default -> show(request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.getServletPath().equals(START)) {
            response.setHeader("Allow", "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        var code = Objects.requireNonNullElse(request.getParameter("code"), "");
        var token = tries.mayTry(request.getRemoteAddr()) ? devices.enrol(code) : Optional.<String>empty();
        if (token.isEmpty()) {
            request.setAttribute(WRONG, true);
            response.setStatus(UNPROCESSABLE);
            show(request, response);
            return;
        }
        response.addCookie(OwnCookie.lasting(request, KioskDevice.COOKIE, token.get(), settings.secure(), TOKEN_LIFE));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/");
    }

    private static void show(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(ScreenView.ADDRESS, START);
        request.getRequestDispatcher(START_PAGE).forward(new PlainGet(request), response);
    }
}

package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.carrel.security.CardPlace;
import org.carrel.security.CardSignIn;
import org.carrel.security.CardSignInResult;
import org.carrel.security.ClientAddress;
import org.carrel.security.WebSettings;

/**
 * {@code /my}: card and PIN. Who it was stands in this one answer and nowhere else: no session, no cookie, nothing to go back
 * to. The next request is anybody's again.
 */
@WebServlet(MyServlet.PATH)
public class MyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/my";
    /** Request attribute: a {@link CardSignInResult}. */
    static final String RESULT = "org.carrel.kiosk.cardResult";

    private static final String PAGE = "/kiosk/my.xhtml";
    private static final String CLOSED_PAGE = "/kiosk/closed.xhtml";
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    transient CardSignIn signIn;

    @Inject
    transient KioskDevice device;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        show(request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!device.isSwitchedOff()) {
            var result = signIn.check(text(request, "card"), text(request, "pin"), place(request));
            request.setAttribute(RESULT, result);
            if (result instanceof CardSignInResult.Refused) response.setStatus(UNPROCESSABLE);
            if (result instanceof CardSignInResult.Wait wait) {
                response.setStatus(TOO_MANY);
                response.setHeader(
                        "Retry-After", String.valueOf(Math.max(1, wait.longest().toSeconds())));
            }
        }
        show(request, response);
    }

    private CardPlace place(HttpServletRequest request) {
        return device.get()
                .filter(screen -> screen.id() > 0)
                .map(screen -> CardPlace.screen(screen.id()))
                .orElseGet(() -> CardPlace.address(ClientAddress.of(request, settings)));
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        request.setAttribute(ScreenView.ADDRESS, PATH);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Cookie, Accept-Language");
        var closed = device.isSwitchedOff();
        if (closed) response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        request.getRequestDispatcher(closed ? CLOSED_PAGE : PAGE).forward(new PlainGet(request), response);
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}

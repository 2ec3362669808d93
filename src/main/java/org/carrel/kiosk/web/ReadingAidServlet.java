package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.carrel.platform.web.LocalPath;
import org.carrel.security.WebSettings;

/** {@code /text?to=150c&back=/search?q=x}: remembers size and contrast until the browser is closed, and goes back. */
@WebServlet("/text")
public class ReadingAidServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var aid = ReadingAid.parse(parameter(request, "to"));
        if (aid.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.addCookie(
                OwnCookie.of(request, ScreenView.AID_COOKIE, aid.get().text(), settings.secure()));
        response.setHeader("Cache-Control", "no-store");
        var back = LocalPath.parse(parameter(request, "back")).orElse(LocalPath.HOME);
        response.sendRedirect(request.getContextPath() + back.value());
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}

package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.carrel.platform.web.LocalPath;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.security.WebSettings;

/** {@code /language?to=es&back=/search?q=x}: remembers the language until the browser is closed, and goes back. */
@WebServlet("/language")
public class LanguageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = ScreenLanguage.parse(parameter(request, "to"));
        if (language.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.addCookie(
                OwnCookie.of(request, ReaderLanguage.COOKIE, language.get().tag(), settings.secure()));
        response.setHeader("Cache-Control", "no-store");
        var back = LocalPath.parse(parameter(request, "back")).orElse(LocalPath.HOME);
        response.sendRedirect(request.getContextPath() + back.value());
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}

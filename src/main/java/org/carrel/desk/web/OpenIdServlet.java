package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.platform.web.LocalPath;
import org.carrel.security.ClientAddress;
import org.carrel.security.OpenId;
import org.carrel.security.SessionCookie;
import org.carrel.security.SignInFrom;
import org.carrel.security.SignInResult.Elsewhere;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.WebSettings;

/** {@code /sign-in/school} leads to the school's own sign-in, which leads back to {@code /sign-in/return}. */
@WebServlet({OpenIdServlet.LEAVE, OpenId.BACK})
public class OpenIdServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String LEAVE = "/sign-in/school";
    private static final int UNPROCESSABLE = 422;
    private static final String PAGE = "/desk/sign-in.xhtml";

    @Inject
    transient OpenId openId;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (openId.name().isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND);
        else if (request.getServletPath().equals(LEAVE)) leave(request, response);
        else comeBack(request, response);
    }

    private void leave(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var away = openId.leave();
        if (away.isEmpty()) {
            refuse(new Elsewhere(Elsewhere.Problem.FAILED), request, response);
            return;
        }
        var next = LocalPath.parse(FormTexts.of(request).get("next"))
                .map(LocalPath::value)
                .orElse("");
        SessionCookie.remember(request, response, settings, away.get().memory() + " " + next);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", away.get().to().toString());
    }

    private void comeBack(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var kept = SessionCookie.remembered(request, settings).split(" ", 2);
        SessionCookie.remember(request, response, settings, "");
        var from = new SignInFrom(
                ClientAddress.of(request, settings),
                SessionCookie.browser(request, settings),
                SessionCookie.session(request, settings));
        var result = openId.comeBack(FormTexts.of(request).texts(), kept[0], from);
        if (result instanceof SignedIn in) {
            SessionCookie.give(request, response, settings, in);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            var next = SignInServlet.next(kept.length > 1 ? kept[1] : "", in.caller());
            response.setHeader("Location", request.getContextPath() + next);
        } else refuse(result, request, response);
    }

    private static void refuse(Object result, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(SignInServlet.RESULT, result);
        request.setAttribute(StaffView.ADDRESS, "/sign-in");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher(PAGE).forward(request, response);
    }
}

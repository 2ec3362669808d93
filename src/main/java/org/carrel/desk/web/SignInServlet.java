package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.carrel.platform.web.LocalPath;
import org.carrel.security.Caller;
import org.carrel.security.ClientAddress;
import org.carrel.security.CurrentCaller;
import org.carrel.security.NewPassword;
import org.carrel.security.Role;
import org.carrel.security.SessionCookie;
import org.carrel.security.Sessions;
import org.carrel.security.SignIn;
import org.carrel.security.SignInFrom;
import org.carrel.security.SignInResult;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.SignInResult.Wait;
import org.carrel.security.WebSettings;

/** Takes the forms with which people come in and go out. A form that was not good comes back with what was typed. */
@WebServlet({SignInServlet.IN, SignInServlet.OUT, SignInServlet.CHOOSE, SignInServlet.SETUP, SignInServlet.CHANGE})
public class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String IN = "/desk/door/in";
    static final String OUT = "/desk/door/out";
    static final String CHOOSE = "/desk/door/choose";
    static final String SETUP = "/desk/door/setup";
    static final String CHANGE = "/desk/door/change";
    /** Request attribute: the {@link SignInResult} that is no success. */
    static final String RESULT = "org.carrel.desk.signIn";

    static final String START = "/desk/";
    static final String OWN_ACCOUNT = "/account";
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    transient SignIn signIn;

    @Inject
    transient Sessions sessions;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else if (request.getServletPath().equals(OUT)) signOut(request, response);
        else answer(tried(request), request, response);
    }

    private SignInResult tried(HttpServletRequest request) {
        var form = FormTexts.of(request);
        var from = new SignInFrom(
                ClientAddress.of(request, settings),
                SessionCookie.browser(request, settings),
                SessionCookie.session(request, settings));
        var chosen = new NewPassword(form.get("new-password"), form.get("again"));
        return switch (request.getServletPath()) {
            case IN -> signIn.byPassword(form.get("username"), form.get("password"), from);
            case CHOOSE -> signIn.byCode(form.get("username"), form.get("code"), chosen, from);
            case SETUP -> signIn.setUp(form.get("code"), form.get("username"), form.get("name"), chosen, from);
            default -> signIn.changePassword(caller.required(), form.get("password"), chosen, from);
        };
    }

    private void answer(SignInResult result, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (result instanceof SignedIn in) {
            endServerSession(request);
            SessionCookie.give(request, response, settings, in);
            to(request, response, next(request, in.caller()));
            return;
        }
        request.setAttribute(RESULT, result);
        response.setStatus(result instanceof Wait ? TOO_MANY : UNPROCESSABLE);
        if (result instanceof Wait wait) response.setHeader("Retry-After", seconds(wait.longest()));
        request.getRequestDispatcher(page(request.getServletPath())).forward(request, response);
    }

    private static String page(String path) {
        return switch (path) {
            case IN -> "/desk/sign-in.xhtml";
            case CHOOSE -> "/desk/choose-password.xhtml";
            case SETUP -> "/desk/setup.xhtml";
            default -> "/desk/own-account.xhtml";
        };
    }

    private static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000)));
    }

    private void signOut(HttpServletRequest request, HttpServletResponse response) {
        var token = SessionCookie.session(request, settings);
        if (!token.isEmpty()) sessions.end(token);
        endServerSession(request);
        SessionCookie.takeBack(request, response, settings);
        to(request, response, "/sign-in?out=1");
    }

    /** What pages have kept for the one before is not for the next one. */
    private static void endServerSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
    }

    /** The page that was wanted, when it is one that asks for a sign-in. */
    private static String next(HttpServletRequest request, Caller who) {
        if (request.getServletPath().equals(CHANGE)) return OWN_ACCOUNT + "?changed=1";
        return next(FormTexts.of(request).get("next"), who);
    }

    static String next(String wanted, Caller who) {
        var start = who.role() == Role.STUDENT ? OWN_ACCOUNT : START;
        return wanted(wanted).orElse(start);
    }

    /** An address of ours that asks for a sign-in; empty for any other text. */
    static Optional<String> wanted(String address) {
        return LocalPath.parse(address)
                .map(LocalPath::value)
                .filter(path -> path.matches("(/desk|/account|/schedule)([/?].*)?"));
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

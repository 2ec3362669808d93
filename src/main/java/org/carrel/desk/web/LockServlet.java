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
import org.carrel.platform.web.LocalPath;
import org.carrel.security.ClientAddress;
import org.carrel.security.DeskLock;
import org.carrel.security.SessionCookie;
import org.carrel.security.SignInFrom;
import org.carrel.security.SignInResult;
import org.carrel.security.SignInResult.SignedIn;
import org.carrel.security.SignInResult.Wait;
import org.carrel.security.WebSettings;

/** Locks the desk, opens it again for its person, and hears that somebody is still at it. */
@WebServlet({LockServlet.LOCK, LockServlet.UNLOCK, LockServlet.AWAKE})
public class LockServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String LOCK = "/desk/door/lock";
    static final String UNLOCK = "/desk/door/unlock";
    static final String AWAKE = "/desk/awake";
    /** The page of a desk that is locked. */
    static final String LOCKED = "/locked";

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    transient DeskLock lock;

    @Inject
    transient WebSettings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (request.getServletPath().equals(AWAKE)) response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        else if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else if (request.getServletPath().equals(LOCK)) lock(request, response);
        else unlock(request, response);
    }

    /** Of a desk that is locked already the page is taken down all the same: its script may have been too late. */
    private void lock(HttpServletRequest request, HttpServletResponse response) {
        lock.lock(SessionCookie.session(request, settings));
        LocalPath.parse(FormTexts.of(request).get("page"))
                .ifPresent(page -> SessionCookie.rememberPage(request, response, settings, page.value()));
        to(request, response, LOCKED);
    }

    private void unlock(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var form = FormTexts.of(request);
        var from = new SignInFrom(
                ClientAddress.of(request, settings),
                SessionCookie.browser(request, settings),
                SessionCookie.session(request, settings));
        var result = lock.unlock(form.get("secret"), form.get("pin"), from).orElse(null);
        if (result == null) to(request, response, LOCKED);
        else if (result instanceof SignedIn in) back(in, request, response);
        else again(result, request, response);
    }

    private void back(SignedIn in, HttpServletRequest request, HttpServletResponse response) {
        var page = SignInServlet.next(SessionCookie.page(request, settings), in.caller());
        SessionCookie.give(request, response, settings, in);
        to(request, response, page);
    }

    private static void again(SignInResult result, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(SignInServlet.RESULT, result);
        request.setAttribute(StaffView.ADDRESS, LOCKED);
        response.setStatus(result instanceof Wait ? TOO_MANY : UNPROCESSABLE);
        if (result instanceof Wait wait) response.setHeader("Retry-After", seconds(wait.longest()));
        request.getRequestDispatcher("/desk/locked.xhtml").forward(request, response);
    }

    private static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, Math.ceilDiv(wait.toMillis(), 1000)));
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

package org.carrel.security.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.carrel.platform.DatabaseProblem;
import org.carrel.security.ClientAddress;
import org.carrel.security.CurrentCaller;
import org.carrel.security.ProgramCall;
import org.carrel.security.Programs;
import org.carrel.security.SessionCookie;
import org.carrel.security.Sessions;
import org.carrel.security.Sessions.Session;
import org.carrel.security.WebSettings;
import org.carrel.security.rules.AccessRow;
import org.carrel.security.rules.AccessTable;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server who sends a request: whoever holds the token of an open session. Runs before all filters. Nobody is sent
 * to sign in from here: {@link AccessFilter} knows which pages ask for it.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = System.getLogger(SessionMechanism.class.getName());

    /** Request attribute: there was a token, and no database to ask about it. */
    static final String UNKNOWN = "org.carrel.security.unknown";

    /** Request attribute: there is a session, and its person has to unlock it first. */
    static final String LOCKED = "org.carrel.security.locked";

    /** Request attribute, of a program: how long it has to wait. */
    static final String WAIT = "org.carrel.security.wait";

    @Inject
    Sessions sessions;

    @Inject
    Programs programs;

    @Inject
    CurrentCaller caller;

    @Inject
    WebSettings settings;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var address = Address.of(request);
        if (AccessTable.isForPrograms(address)) return program(request, context);
        var token = SessionCookie.session(request, settings);
        var row = AccessTable.find(request.getMethod(), address);
        if (token.isEmpty() || isForEverybody(row.orElse(null))) return context.doNothing();
        try {
            var session = sessions.find(token, row.filter(AccessRow::quiet).isEmpty());
            if (session.isEmpty() && sessions.locked(token).isPresent()) request.setAttribute(LOCKED, true);
            return session.map(known -> known(known, context)).orElseGet(context::doNothing);
        } catch (DatabaseProblem away) {
            return unknown(request, away, context);
        }
    }

    /** Programs have a token of their own, and a cookie counts for nothing: no other site can use the browser of who is signed in. */
    private AuthenticationStatus program(HttpServletRequest request, HttpMessageContext context) {
        try {
            return switch (programs.find(Bearer.of(request), ClientAddress.of(request, settings))) {
                case ProgramCall.Known known -> known(new Session(known.caller(), false), context);
                case ProgramCall.Unknown unknown -> context.doNothing();
                case ProgramCall.TooMany many -> {
                    request.setAttribute(WAIT, many.pause());
                    yield context.doNothing();
                }
            };
        } catch (DatabaseProblem away) {
            return unknown(request, away, context);
        }
    }

    private static AuthenticationStatus unknown(
            HttpServletRequest request, DatabaseProblem away, HttpMessageContext context) {
        LOG.log(Level.WARNING, "Nobody can be asked who is signed in", away);
        request.setAttribute(UNKNOWN, away);
        return context.doNothing();
    }

    /** Pictures and styles ask nobody who they are for. */
    private static boolean isForEverybody(@Nullable AccessRow row) {
        return row != null && row.isOpen();
    }

    private AuthenticationStatus known(Session session, HttpMessageContext context) {
        caller.is(session);
        var who = session.caller();
        return context.notifyContainerAboutLogin(
                who.username(), Set.of(who.role().name()));
    }
}

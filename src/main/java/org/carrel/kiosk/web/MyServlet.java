package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.kiosk.web.MyActs.Owner;
import org.carrel.security.CardHolders;
import org.carrel.security.CardPlace;
import org.carrel.security.CardSignIn;
import org.carrel.security.CardSignInResult;
import org.carrel.security.CardVisits;
import org.carrel.security.ClientAddress;
import org.carrel.security.WebSettings;

/**
 * {@code /my}: card and PIN, then what their owner has. Who it is rides in the page as a ticket for one step and stands nowhere else:
 * no session, no cookie, nothing to go back to. Each form is answered by a redirect, so that no history holds a PIN; the page that it
 * leads to is shown once.
 */
@WebServlet(MyServlet.PATH)
public class MyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/my";
    /** Request attribute: a {@link CardSignInResult}. */
    static final String RESULT = "org.carrel.kiosk.cardResult";
    /** Request attribute: somebody wanted to do something and has to show the card again. */
    static final String AGAIN = "org.carrel.kiosk.cardAgain";

    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;

    @Inject
    transient CardSignIn signIn;

    @Inject
    transient CardVisits visits;

    @Inject
    transient CardHolders holders;

    @Inject
    transient KioskDevice device;

    @Inject
    transient WebSettings settings;

    @Inject
    transient MyActs acts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var ticket = MyActs.text(request, "visit");
        if (!ticket.isEmpty() && !device.isSwitchedOff()) {
            var patron = visits.look(ticket, place(request));
            if (patron.isPresent()) own(patron.getAsLong(), request);
        }
        show(request, response);
    }

    private void own(long patron, HttpServletRequest request) {
        holders.byPatron(patron).ifPresent(holder -> {
            var ticket = visits.fromPage(patron, place(request));
            request.setAttribute(MyActs.OWNER, Owner.withCard(patron, holder.screenName(), PATH, ticket));
            request.setAttribute(MyActs.DONE, MyActs.text(request, "done"));
        });
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (device.isSwitchedOff()) show(request, response);
        else if (MyActs.text(request, "do").isEmpty()) signIn(request, response);
        else act(request, response);
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var place = place(request);
        var result = signIn.check(MyActs.text(request, "card"), MyActs.text(request, "pin"), place);
        if (result instanceof CardSignInResult.Known known) {
            toPage(known.holder().patron(), "", request, response);
            return;
        }
        request.setAttribute(RESULT, result);
        response.setStatus(result instanceof CardSignInResult.Wait ? TOO_MANY : UNPROCESSABLE);
        if (result instanceof CardSignInResult.Wait wait) {
            response.setHeader(
                    "Retry-After", String.valueOf(Math.max(1, wait.longest().toSeconds())));
        }
        show(request, response);
    }

    private void act(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var patron = visits.act(MyActs.text(request, "visit"), place(request));
        if (patron.isEmpty()) {
            request.setAttribute(AGAIN, true);
            response.setStatus(UNPROCESSABLE);
            show(request, response);
            return;
        }
        var done = acts.done(patron.getAsLong(), request);
        if (done.isEmpty()) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else toPage(patron.getAsLong(), "&done=" + done, request, response);
    }

    private void toPage(long patron, String done, HttpServletRequest request, HttpServletResponse response) {
        var ticket = visits.toPage(patron, place(request));
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + PATH + "?visit=" + ticket + done);
    }

    private CardPlace place(HttpServletRequest request) {
        return device.cardPlace().orElseGet(() -> CardPlace.address(ClientAddress.of(request, settings)));
    }

    private void show(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var closed = device.isSwitchedOff();
        if (closed) response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        MyActs.show(PATH, closed, request, response);
    }
}

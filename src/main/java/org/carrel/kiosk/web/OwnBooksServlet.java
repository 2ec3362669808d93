package org.carrel.kiosk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.carrel.kiosk.web.MyActs.Owner;
import org.carrel.patrons.OwnClasses;
import org.carrel.security.CardHolder;
import org.carrel.security.CardHolders;
import org.carrel.security.CurrentCaller;

/**
 * {@code /account/books}: the page of {@link MyServlet} for who is signed in, on a phone or laptop. On a screen of the library the
 * card is shown instead: sessions do not end there when somebody goes.
 */
@WebServlet(OwnBooksServlet.PATH)
public class OwnBooksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/account/books";
    /** Request attribute: no borrower goes by the name of this account. */
    static final String NOBODY = "org.carrel.kiosk.myNobody";

    @Inject
    transient OwnClasses people;

    @Inject
    transient CardHolders holders;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient KioskDevice device;

    @Inject
    transient MyActs acts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (isElsewhere(request, response)) return;
        var holder = holder();
        if (holder.isEmpty()) request.setAttribute(NOBODY, true);
        holder.ifPresent(
                known -> request.setAttribute(MyActs.OWNER, Owner.signedIn(known.patron(), known.screenName(), PATH)));
        request.setAttribute(MyActs.DONE, MyActs.text(request, "done"));
        MyActs.show(PATH, false, request, response);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isElsewhere(request, response)) return;
        var holder = holder();
        var done = holder.map(known -> acts.done(known.patron(), request)).orElse("");
        if (holder.isPresent() && done.isEmpty()) response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        else to(PATH + (done.isEmpty() ? "" : "?done=" + done), request, response);
    }

    private Optional<CardHolder> holder() {
        return people.self(caller.required()).flatMap(person -> holders.byPatron(person.id()));
    }

    private boolean isElsewhere(HttpServletRequest request, HttpServletResponse response) {
        if (device.get().isEmpty() && !device.isSwitchedOff()) return false;
        to(MyServlet.PATH, request, response);
        return true;
    }

    private static void to(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

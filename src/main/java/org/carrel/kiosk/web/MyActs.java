package org.carrel.kiosk.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.carrel.circulation.HoldActor;
import org.carrel.circulation.Holds;
import org.carrel.circulation.MyAccount.Renewals;
import org.carrel.circulation.MyBooks;

/** What the forms of kiosk/my.xhtml ask for, whoever stands before it: with card and PIN, or signed in. */
@RequestScoped
public class MyActs {
    /** Request attribute: an {@link Owner}. */
    static final String OWNER = "org.carrel.kiosk.myOwner";
    /** Request attribute: what was done, as the address has it. */
    static final String DONE = "org.carrel.kiosk.myDone";

    private static final String PAGE = "/kiosk/my.xhtml";
    private static final String CLOSED_PAGE = "/kiosk/closed.xhtml";

    @Inject
    MyBooks books;

    @Inject
    Holds holds;

    /**
     * Whose page it is.
     *
     * @param name as others at the screen may read it
     * @param path to which the forms are sent, after the context path
     * @param ticket that the forms show; empty for who is signed in
     */
    record Owner(long patron, String name, String path, String ticket) {
        static Owner withCard(long patron, String name, String path, String ticket) {
            return new Owner(patron, name, path, ticket);
        }

        static Owner signedIn(long patron, String name, String path) {
            return new Owner(patron, name, path, "");
        }

        boolean isSignedIn() {
            return ticket.isEmpty();
        }
    }

    /** Does it. For the address of the page: {@code renewed-2-1}; empty for what no page of ours has sent. */
    String done(long patron, HttpServletRequest request) {
        var form = id(text(request, "request"));
        if (form.isEmpty()) return "";
        var id = once(patron, form.get(), request);
        return switch (text(request, "do")) {
            case "renew" -> renewed(books.renew(patron, number(text(request, "loan")), id));
            case "renew-all" -> renewed(books.renewAll(patron, id));
            case "cancel" -> {
                var hold = number(text(request, "hold"));
                var changed = holds.cancel(hold, "", id, HoldActor.patron(patron));
                yield "hold-" + changed.name().toLowerCase(Locale.ROOT);
            }
            default -> "";
        };
    }

    private static String renewed(Renewals renewals) {
        return "renewed-" + renewals.renewed() + "-" + renewals.refused();
    }

    /** A page has one number for all its forms: each thing that they can do is done once, and is this person's. */
    private static UUID once(long patron, UUID form, HttpServletRequest request) {
        var what = List.of(text(request, "do"), text(request, "loan"), text(request, "hold"));
        return UUID.nameUUIDFromBytes((patron + " " + form + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** @param closed the screen is no longer the library's */
    static void show(String path, boolean closed, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(ScreenView.ADDRESS, path);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Cookie, Accept-Language");
        request.getRequestDispatcher(closed ? CLOSED_PAGE : PAGE).forward(new PlainGet(request), response);
    }
}

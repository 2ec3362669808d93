package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.catalog.Authorities;
import org.carrel.catalog.HeadingChanges;
import org.carrel.security.CurrentCaller;

/** The buttons of the pages about authorities; those with a number in their address are reached through {@link DeskRoutes} only. */
@WebServlet({AuthorityServlet.STORE, AuthorityServlet.UNDO, AuthorityServlet.CHANGE, AuthorityServlet.TAKE_BACK})
public class AuthorityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String STORE = "/desk/authority-file-store";
    static final String UNDO = "/desk/authority-file-undo";
    static final String CHANGE = "/desk/authority-heading/change";
    static final String TAKE_BACK = "/desk/authority-change-undo";

    @Inject
    transient Authorities authorities;

    @Inject
    transient HeadingChanges changes;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(CHANGE)) {
            change(request, response);
            return;
        }
        var number = Numbered.importNumber(request);
        if (request.getDispatcherType() != DispatcherType.FORWARD || number.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var id = number.getAsLong();
        switch (request.getServletPath()) {
            case STORE -> to(request, response, file(id, authorities.store(id) ? "stored" : "late"));
            case UNDO -> to(request, response, file(id, authorities.undo(id) ? "undone" : "late"));
            default ->
                to(
                        request,
                        response,
                        "/desk/authority-change/" + id
                                + (changes.undo(id, caller.required().account()) ? "" : "?done=late"));
        }
    }

    private static String file(long id, String done) {
        return "/desk/authority-file/" + id + "?done=" + done;
    }

    private void change(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var key = HeadingWords.key(texts.get("key"));
        var authority = FormTexts.number(texts.get("to"));
        if (key.isEmpty() || authority <= 0) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var list = texts.get("list");
        var begun = changes.start(
                key.getAsLong(), list, authority, caller.required().account());
        to(
                request,
                response,
                begun.isPresent()
                        ? "/desk/authority-change/" + begun.getAsLong()
                        : HeadingWords.address(key.getAsLong(), list) + "&done=late");
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

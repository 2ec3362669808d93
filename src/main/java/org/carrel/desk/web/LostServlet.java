package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.carrel.circulation.LostThing;
import org.carrel.circulation.LostThings;
import org.carrel.circulation.LostThings.Act;
import org.carrel.circulation.LostThings.Settling;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/lost.xhtml. What came of one is told on the list, to which every one leads back. */
@WebServlet(LostServlet.SETTLE)
public class LostServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SETTLE = "/desk/lost/settle";

    @Inject
    transient LostThings things;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = FormTexts.of(request);
        var settling = settling(form);
        if (settling.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var result = things.settle(caller.required(), settling.get());
        // Not what was sent, but what it means: nobody is sent elsewhere by a form.
        var filter = LostAddress.filter(new FormTexts(back(form)), caller.required());
        var page = Math.max(1, FormTexts.integer(form.get("page")));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath() + LostAddress.of("/desk/lost", filter) + "&page=" + page + "&done=" + result);
    }

    private static Map<String, String> back(FormTexts form) {
        return Map.of("kind", form.get("listed"), "sort", form.get("sort"), "site", form.get("site"));
    }

    private static Optional<Settling> settling(FormTexts form) {
        var kind = Arrays.stream(LostThing.Kind.values())
                .filter(one -> one.name().equals(form.get("kind")))
                .findFirst();
        var act = Arrays.stream(Act.values())
                .filter(one -> one.name().equals(form.get("act")))
                .findFirst();
        var id = FormTexts.number(form.get("id"));
        if (kind.isEmpty() || act.isEmpty() || id <= 0) return Optional.empty();
        try {
            var request = UUID.fromString(form.get("request"));
            return Optional.of(new Settling(request, kind.get(), id, act.get(), form.get("reason")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

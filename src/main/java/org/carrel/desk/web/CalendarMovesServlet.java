package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.carrel.circulation.CalendarMoves;
import org.carrel.circulation.CalendarMoves.Moved;
import org.carrel.security.CurrentCaller;

/** The buttons of desk/calendar-moves.xhtml. */
@WebServlet(CalendarMovesServlet.CHANGE)
public class CalendarMovesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/calendar-moves/change";

    @Inject
    transient CalendarMoves moves;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var isUndo = texts.get("do").equals("undo");
        var done = isUndo
                ? moves.undo(FormTexts.number(texts.get("move")), caller.required())
                : move(texts, site.get().code());
        if (done.isEmpty() && !isUndo) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", request.getContextPath() + where(done, site.get().code(), isUndo));
    }

    private Optional<Moved> move(FormTexts texts, String site) {
        var id = HoldsServlet.requestId(texts);
        var change = CalendarMovesView.change(site, texts);
        if (id.isEmpty() || change.isEmpty()) return Optional.empty();
        return moves.move(change.get(), id.get(), caller.required());
    }

    /** Taken back by somebody else meanwhile, it stands in the list. */
    private static String where(Optional<Moved> done, String site, boolean undo) {
        return done.map(one -> CalendarMovesView.address(one.change()) + "&done=" + (undo ? "undone" : "moved")
                        + "&move=" + one.id())
                .orElseGet(() -> CalendarMovesView.PAGE + "?site=" + URLEncoder.encode(site, StandardCharsets.UTF_8));
    }
}

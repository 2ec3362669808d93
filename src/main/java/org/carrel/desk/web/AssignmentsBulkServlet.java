package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.carrel.circulation.DeskPlace;
import org.carrel.devices.AssignmentLists;
import org.carrel.security.CurrentCaller;

/** The forms of desk/assignments-bulk.xhtml: a list is looked through, then done; what it says is the answer. */
@WebServlet({AssignmentsBulkServlet.LOOK, AssignmentsBulkServlet.DO})
public class AssignmentsBulkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String LOOK = "/desk/assignments-bulk/look";
    static final String DO = "/desk/assignments-bulk/do";
    /** Request attribute: a {@link Looked}. */
    static final String LOOKED = "org.carrel.desk.assignmentsLooked";

    /** Request attribute: nothing stands in the list. */
    static final String EMPTY = "org.carrel.desk.assignmentsEmpty";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient AssignmentLists lists;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /** @param done whether it was done, else it would be */
    record Looked(List<AssignmentLists.Row> rows, boolean done) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site")).or(() -> reach.chosen(""));
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(StaffView.ADDRESS, "/desk/assignments-bulk");
        if (texts.get("list").isBlank()) {
            request.setAttribute(EMPTY, true);
            response.setStatus(UNPROCESSABLE);
            request.getRequestDispatcher("/desk/assignments-bulk.xhtml").forward(request, response);
            return;
        }
        var place = DeskPlace.at(site.get().code());
        var by = caller.required();
        var isDone = request.getServletPath().equals(DO);
        var rows = isDone
                ? lists.assign(request(texts), texts.get("list"), place, texts.has("exchange"), by)
                : lists.look(texts.get("list"), place, texts.has("exchange"), by);
        request.setAttribute(LOOKED, new Looked(rows, isDone));
        request.getRequestDispatcher("/desk/assignments-bulk.xhtml").forward(request, response);
    }

    private static UUID request(FormTexts texts) {
        try {
            return UUID.fromString(texts.get("request"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}

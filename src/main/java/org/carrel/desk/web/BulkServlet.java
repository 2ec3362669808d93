package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.carrel.devices.BulkPlan;
import org.carrel.devices.BulkWish;
import org.carrel.devices.DeviceBulk;
import org.carrel.security.CurrentCaller;

/** The forms of desk/inventory-bulk.xhtml: look first, then do. */
@WebServlet({BulkServlet.LOOK, BulkServlet.DO})
public class BulkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String LOOK = "/desk/inventory-bulk/look";
    static final String DO = "/desk/inventory-bulk/do";
    /** Request attribute: an {@link Answer}. */
    static final String ANSWER = "org.carrel.desk.bulkAnswer";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceBulk bulk;

    @Inject
    transient CurrentCaller caller;

    /** What would happen, or what happened. @param problem key of a sentence when nothing can be planned */
    record Answer(BulkWish wish, BulkPlan plan, boolean done, String problem) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var wish = wish(texts);
        var problem = problem(wish);
        var done = problem.isEmpty() && request.getServletPath().equals(DO);
        var plan = new BulkPlan(List.of());
        if (done) plan = bulk.apply(wish, caller.required());
        else if (problem.isEmpty()) plan = bulk.plan(wish, caller.required());
        if (done && plan.good() == plan.lines().size()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/desk/inventory?done=bulk");
            return;
        }
        request.setAttribute(ANSWER, new Answer(wish, plan, done, problem));
        request.setAttribute(StaffView.ADDRESS, "/desk/inventory-bulk");
        if (!problem.isEmpty()) response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/inventory-bulk.xhtml").forward(request, response);
    }

    static BulkWish wish(FormTexts texts) {
        var field = texts.oneOf("field", BulkWish.Field.ROOM);
        return new BulkWish(
                BulkWish.scans(texts.get("scans")), field, texts.get("value-" + field), texts.get("reason"));
    }

    private static String problem(BulkWish wish) {
        if (wish.scans().isEmpty()) return "bulk.nothing";
        return wish.scans().size() > BulkWish.MOST ? "bulk.tooMany" : "";
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.devices.UpkeepSaved;
import org.carrel.devices.UpkeepTasks;
import org.carrel.security.CurrentCaller;

/** The form of desk/upkeep-plans.xhtml. */
@WebServlet(UpkeepPlanServlet.SAVE)
public class UpkeepPlanServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SAVE = "/desk/upkeep-plans/save";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.upkeepPlanProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient UpkeepTasks tasks;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var plan = UpkeepPlansView.typed(FormTexts.of(request));
        var saved = plan.map(typed -> tasks.save(typed, caller.required()))
                .orElseGet(() -> new UpkeepSaved.Refused(UpkeepSaved.Why.NO_INTERVAL));
        if (saved instanceof UpkeepSaved.Refused refused) {
            request.setAttribute(PROBLEM, words.text("upkeepProblem." + refused.why()));
            request.setAttribute(StaffView.ADDRESS, "/desk/upkeep-plans");
            response.setStatus(UNPROCESSABLE);
            request.getRequestDispatcher("/desk/upkeep-plans.xhtml").forward(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/desk/upkeep-plans?done=saved");
    }
}

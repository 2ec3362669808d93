package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.UpkeepDone;
import org.carrel.devices.UpkeepTasks;
import org.carrel.security.CurrentCaller;

/** The forms of desk/upkeep.xhtml: done, by a tap or by a scan. */
@WebServlet(UpkeepServlet.DONE)
public class UpkeepServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String DONE = "/desk/upkeep/done";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.upkeepProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient UpkeepTasks tasks;

    @Inject
    transient DeviceInventory inventory;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var by = caller.required();
        var device = texts.has("scan") ? scanned(texts.get("scan")) : FormTexts.number(texts.get("device"));
        var problem = device < 0 ? words.text("upkeepDone.NO_SUCH_DEVICE") : done(texts, device);
        var list = UpkeepView.address("/desk/upkeep", UpkeepView.wish(list(texts), by));
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + list + "&done=" + device);
            return;
        }
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/upkeep");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/upkeep.xhtml").forward(request, response);
    }

    /** The list from which the form came, not the task that it is about. */
    private static FormTexts list(FormTexts texts) {
        return new FormTexts(Map.of(
                "when", texts.get("when"),
                "plan", texts.has("scan") ? texts.get("plan") : texts.get("listed"),
                "site", texts.get("site"),
                "device", texts.get("about")));
    }

    private long scanned(String code) {
        var found = inventory.scanned(code, caller.required());
        return found.size() == 1 ? found.getFirst().id() : -1;
    }

    /** A sentence about what is wrong; empty when it is done. */
    private String done(FormTexts texts, long device) {
        var meter = texts.get("meter").strip();
        var hours = FormTexts.integer(meter);
        if (!meter.isEmpty() && hours < 0) return words.text("upkeepDone.METER_WRONG");
        var cost = texts.get("cost");
        if (!DeviceWords.isMoney(cost)) return words.text("deviceProblem.NO_MONEY");
        var answer = tasks.done(
                new UpkeepDone(
                        FormTexts.integer(texts.get("plan")),
                        device,
                        meter.isEmpty() ? OptionalInt.empty() : OptionalInt.of(hours),
                        texts.get("note"),
                        cost.isBlank() ? OptionalInt.empty() : DeviceWords.cents(cost),
                        AuditServlet.number(texts.get("request"))),
                caller.required());
        return answer == UpkeepDone.Answer.DONE ? "" : words.text("upkeepDone." + answer);
    }
}

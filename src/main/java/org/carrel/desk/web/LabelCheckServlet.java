package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.carrel.devices.Device;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceLabels;
import org.carrel.devices.DeviceProblem;
import org.carrel.devices.DeviceSaved;
import org.carrel.devices.LabelFixed;
import org.carrel.security.CurrentCaller;

/** The corrections of desk/label-check.xhtml: a new label, or the record put right. */
@WebServlet(LabelCheckServlet.DO)
public class LabelCheckServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String DO = "/desk/label-check/do";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.labelProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceLabels labels;

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
        var problem = texts.get("do").equals("fix") ? fix(texts) : relabel(texts);
        if (problem.isEmpty()) {
            var path = new StringBuilder("/desk/label-check");
            done(texts).ifPresent(device -> InventoryAddress.add(path, "done", String.valueOf(device.id())));
            InventoryAddress.add(path, "audit", texts.get("audit").matches("[0-9]{1,18}") ? texts.get("audit") : "");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + path);
            return;
        }
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/label-check");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/label-check.xhtml").forward(request, response);
    }

    private Optional<Device> done(FormTexts texts) {
        return inventory.scanned(texts.get("serial"), caller.required()).stream()
                .findFirst();
    }

    private String fix(FormTexts texts) {
        var fixed = labels.fix(texts.get("tag"), texts.get("serial"), caller.required());
        if (fixed.answer() == LabelFixed.Answer.DONE) return "";
        return fixed.problem().map(this::sentence).orElseGet(() -> words.text("labelFixed." + fixed.answer()));
    }

    private String relabel(FormTexts texts) {
        var saved = labels.relabel(FormTexts.number(texts.get("device")), texts.get("new"), caller.required());
        return switch (saved) {
            case DeviceSaved.Saved done -> "";
            case DeviceSaved.Stale stale -> words.text("conditionProblem.STALE");
            case DeviceSaved.Wrong wrong -> sentence(wrong.problems().getFirst());
        };
    }

    private String sentence(DeviceProblem problem) {
        return new DeviceWords(words).problem(problem);
    }
}

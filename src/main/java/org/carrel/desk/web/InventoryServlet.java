package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.carrel.devices.ConditionSet;
import org.carrel.devices.DeviceChange;
import org.carrel.devices.DeviceCondition;
import org.carrel.devices.DeviceEvent;
import org.carrel.devices.DeviceField;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DevicePurchase;
import org.carrel.devices.DeviceSaved;
import org.carrel.devices.NewDevice;
import org.carrel.security.CurrentCaller;

/** The forms of desk/inventory-add.xhtml, desk/inventory-device.xhtml and desk/inventory-edit.xhtml. */
@WebServlet({InventoryServlet.NEW, InventoryServlet.SAVE, InventoryServlet.CHANGE, InventoryServlet.NOTE})
public class InventoryServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String NEW = "/desk/inventory/new";
    static final String SAVE = "/desk/inventory-save";
    static final String CHANGE = "/desk/inventory-change";
    static final String NOTE = "/desk/inventory-note";
    /** Request attribute: what is wrong with a button of desk/inventory-device.xhtml, a sentence. */
    static final String PROBLEM = "org.carrel.desk.inventoryProblem";

    /** Request attribute: what is wrong with a note, a sentence. */
    static final String NOTE_PROBLEM = "org.carrel.desk.inventoryNoteProblem";

    private static final String ADD = "/desk/inventory-add";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient DeviceInventory inventory;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(NEW)) add(request, response);
        else if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else if (request.getServletPath().equals(NOTE)) note(number(request), request, response);
        else if (request.getServletPath().equals(SAVE)) save(number(request), request, response);
        else change(number(request), request, response);
    }

    private static long number(HttpServletRequest request) {
        return Numbered.importNumber(request).orElse(0);
    }

    private void add(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var form = InventoryForm.typed(0, texts);
        var again = new StringBuilder(ADD);
        InventoryAddress.add(again, "model", form.get(DeviceField.MODEL));
        InventoryAddress.add(again, "site", form.get(DeviceField.SITE));
        InventoryAddress.add(again, "room", form.get(DeviceField.ROOM));
        var tag = form.get(DeviceField.TAG);
        // A scanner ends with Enter: without a script the form comes with the tag alone, and asks for the serial then.
        if (form.get(DeviceField.SERIAL).isEmpty() && !texts.has("alone") && isFree(tag)) {
            InventoryAddress.add(again, "tag", tag);
            to(request, response, again.toString());
            return;
        }
        var wish = new NewDevice(
                FormTexts.integer(form.get(DeviceField.MODEL)),
                tag,
                form.get(DeviceField.SERIAL),
                form.get(DeviceField.SITE),
                form.get(DeviceField.ROOM),
                DevicePurchase.UNKNOWN);
        var saved = inventory.add(wish, DeviceCondition.READY, caller.required());
        if (saved instanceof DeviceSaved.Saved done) {
            InventoryAddress.add(again, "added", String.valueOf(done.id()));
            to(request, response, again.toString());
            return;
        }
        request.setAttribute(InventoryForm.SENT, form.answered(saved, new DeviceWords(words)));
        show(request, response, ADD, "/desk/inventory-add.xhtml");
    }

    /** Of what is taken already the form says so at once. */
    private boolean isFree(String tag) {
        return !tag.isEmpty() && inventory.scanned(tag, caller.required()).isEmpty();
    }

    private void save(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var form = InventoryForm.typed(id, FormTexts.of(request));
        var unreadable = form.unreadable(words);
        if (unreadable.isEmpty()) {
            var saved = inventory.change(form.change(), caller.required());
            if (saved instanceof DeviceSaved.Saved) {
                to(request, response, "/desk/inventory/" + id + "?done=saved");
                return;
            }
            form = form.answered(saved, new DeviceWords(words));
        } else form = form.with(unreadable);
        request.setAttribute(InventoryForm.SENT, form);
        show(request, response, "/desk/inventory/" + id + "/edit", "/desk/inventory-edit.xhtml");
    }

    private void change(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var problem =
                switch (texts.get("do")) {
                    case "condition" -> condition(id, texts);
                    case "relabel" -> relabel(id, texts);
                    default -> words.text("conditionProblem.CHOOSE");
                };
        if (problem.isEmpty()) {
            to(request, response, "/desk/inventory/" + id + "?done=" + texts.get("do"));
            return;
        }
        request.setAttribute(PROBLEM, problem);
        show(request, response, "/desk/inventory/" + id, "/desk/inventory-device.xhtml");
    }

    /** A sentence about what is wrong; empty when it is done. */
    private String condition(long id, FormTexts texts) {
        var condition = InventoryAddress.one(DeviceCondition.class, texts.get("condition"));
        if (condition.isEmpty()) return words.text("conditionProblem.CHOOSE");
        var cost = texts.get("cost");
        if (!DeviceWords.isMoney(cost)) return words.text("deviceProblem.NO_MONEY");
        var answer = inventory.setCondition(
                id,
                Math.max(0, FormTexts.integer(texts.get("version"))),
                condition.get(),
                texts.get("reason"),
                cost.isBlank() ? OptionalInt.empty() : DeviceWords.cents(cost),
                texts.get("anyway").equals("yes"),
                caller.required());
        return answer instanceof ConditionSet.Refused refused ? words.text("conditionProblem." + refused.why()) : "";
    }

    private void note(long id, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var cost = texts.get("cost");
        var problem = "";
        if (!DeviceWords.isMoney(cost)) problem = words.text("deviceProblem.NO_MONEY");
        else if (!inventory.note(
                id,
                texts.get("note"),
                cost.isBlank() ? OptionalInt.empty() : DeviceWords.cents(cost),
                AuditServlet.number(texts.get("request")),
                caller.required())) problem = words.text("inventory.noteProblem", DeviceEvent.LONGEST_REASON);
        if (problem.isEmpty()) {
            to(request, response, "/desk/inventory/" + id + "?done=note#timeline-title");
            return;
        }
        request.setAttribute(NOTE_PROBLEM, problem);
        show(request, response, "/desk/inventory/" + id, "/desk/inventory-device.xhtml");
    }

    private String relabel(long id, FormTexts texts) {
        var device = inventory.find(id);
        if (device.isEmpty()) return words.text("conditionProblem.STALE");
        var saved = inventory.change(DeviceChange.of(device.get()).labelled(texts.get("tag")), caller.required());
        var answered = new InventoryForm(id, 0, Map.of(), Map.of(), OptionalLong.empty(), false)
                .answered(saved, new DeviceWords(words));
        if (answered.stale()) return words.text("conditionProblem.STALE");
        return answered.problems().values().stream().findFirst().orElse("");
    }

    private static void show(HttpServletRequest request, HttpServletResponse response, String address, String page)
            throws ServletException, IOException {
        request.setAttribute(StaffView.ADDRESS, address);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher(page).forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

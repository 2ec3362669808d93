package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.devices.DeviceChange;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.DeviceSaved;
import org.carrel.security.CurrentCaller;

/** The form of desk/inventory-move.xhtml: one scan for each device that goes to another room. No loan is made for it (B70). */
@WebServlet(InventoryMoveServlet.SCAN)
public class InventoryMoveServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SCAN = "/desk/inventory-move/scan";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.moveProblem";

    private static final String PAGE = "/desk/inventory-move";
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
        var texts = FormTexts.of(request);
        var address = new StringBuilder(PAGE);
        InventoryAddress.add(address, "site", texts.get("site"));
        InventoryAddress.add(address, "room", texts.get("room").strip());
        var problem = "";
        if (texts.get("room").isBlank()) problem = words.text("move.noRoom");
        else if (!texts.get("text").isBlank()) {
            var found = inventory.scanned(texts.get("text").strip(), caller.required());
            if (found.isEmpty()) problem = words.text("assignmentProblem.NO_SUCH_DEVICE", texts.get("text"));
            else if (found.size() > 1) problem = words.text("assignmentProblem.SEVERAL", texts.get("text"));
            else {
                var wish = DeviceChange.of(found.getFirst())
                        .movedTo(texts.get("site"), texts.get("room").strip());
                if (inventory.change(wish, caller.required()) instanceof DeviceSaved.Saved saved)
                    InventoryAddress.add(address, "moved", String.valueOf(saved.id()));
                else problem = words.text("move.notDone", found.getFirst().name());
            }
        }
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + address);
            return;
        }
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/inventory-move.xhtml").forward(request, response);
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.DeviceInventory;
import org.carrel.devices.Fault;
import org.carrel.devices.LoanerSwap;
import org.carrel.devices.RepairChanged;
import org.carrel.devices.RepairPriority;
import org.carrel.devices.RepairTickets;
import org.carrel.devices.RepairWish;
import org.carrel.security.CurrentCaller;

/** The form about repairs on desk/inventory-device.xhtml: a new ticket, or into the pool of loaners and out of it. */
@WebServlet(DeviceRepairServlet.PATH)
public class DeviceRepairServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = "/desk/inventory-repair";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.deviceRepairProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient RepairTickets tickets;

    @Inject
    transient LoanerSwap swaps;

    @Inject
    transient DeviceInventory inventory;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.FORWARD) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var id = Numbered.importNumber(request).orElse(0);
        var texts = FormTexts.of(request);
        var answer =
                switch (texts.get("do")) {
                    case "loaner", "no-loaner" -> pool(id, texts.get("do").equals("loaner"));
                    default -> open(id, texts);
                };
        if (answer instanceof RepairChanged.Done done) {
            var to = done.ticket() > 0
                    ? "/desk/ticket/" + done.ticket() + "?done=yes"
                    : "/desk/inventory/" + id + "?done=saved";
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + to);
            return;
        }
        request.setAttribute(PROBLEM, new RepairWords(words).problem(answer));
        request.setAttribute(StaffView.ADDRESS, "/desk/inventory/" + id);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/inventory-device.xhtml").forward(request, response);
    }

    private RepairChanged pool(long id, boolean into) {
        return swaps.setLoaner(id, into, caller.required())
                ? new RepairChanged.Done(0, false)
                : new RepairChanged.Refused(RepairChanged.Why.NO_SUCH_DEVICE);
    }

    private RepairChanged open(long id, FormTexts texts) {
        var device = inventory.find(id);
        var fault = InventoryAddress.one(Fault.class, texts.get("fault"));
        if (device.isEmpty() || fault.isEmpty()) return new RepairChanged.Refused(RepairChanged.Why.NO_SUCH_DEVICE);
        return tickets.report(
                new RepairWish(
                        RepairWords.request(texts.get("request")),
                        device.get().siteCode(),
                        OptionalLong.of(id),
                        Optional.empty(),
                        device.get().room(),
                        fault.get(),
                        texts.get("words").strip(),
                        texts.get("in").equals("yes"),
                        RepairPriority.NORMAL),
                caller.required());
    }
}

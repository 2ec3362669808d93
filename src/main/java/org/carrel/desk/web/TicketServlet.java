package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carrel.circulation.TypedMoney;
import org.carrel.devices.DevicePhotos;
import org.carrel.devices.RepairChanged;
import org.carrel.devices.RepairCover;
import org.carrel.devices.RepairPriority;
import org.carrel.devices.RepairState;
import org.carrel.devices.RepairTickets;
import org.carrel.security.CurrentCaller;

/** The forms of desk/ticket.xhtml. */
@WebServlet({TicketServlet.CHANGE, TicketServlet.PHOTO, TicketServlet.SENT_TO})
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class TicketServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/ticket-change";
    static final String PHOTO = "/desk/ticket-photo";
    /** The address of the form itself: the server takes files only for whom a request was sent to, not for whom it is handed on to. */
    static final String SENT_TO = "/desk/ticket/*";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.ticketProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient RepairTickets tickets;

    @Inject
    transient DevicePhotos photos;

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
        var answer = request.getServletPath().equals(PHOTO) ? photo(id, request) : change(id, FormTexts.of(request));
        var problem = new RepairWords(words).problem(answer);
        if (problem.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", request.getContextPath() + "/desk/ticket/" + id + "?done=yes");
            return;
        }
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/ticket/" + id);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/ticket.xhtml").forward(request, response);
    }

    private RepairChanged photo(long id, HttpServletRequest request) throws ServletException, IOException {
        var file = ReportServlet.isUpload(request) ? request.getPart("photo") : null;
        if (file == null) return new RepairChanged.Refused(RepairChanged.Why.NO_FILE);
        try (var in = file.getInputStream()) {
            return photos.addToTicket(
                    id, in, RepairWords.request(FormTexts.of(request).get("request")), caller.required());
        } finally {
            file.delete();
        }
    }

    private RepairChanged change(long id, FormTexts texts) {
        var by = caller.required();
        var version = Math.max(0, FormTexts.integer(texts.get("version")));
        var request = RepairWords.request(texts.get("request"));
        return switch (texts.get("do")) {
            case "step" ->
                InventoryAddress.one(RepairState.class, texts.get("to"))
                        .map(to -> tickets.step(id, version, to, texts.get("note"), request, by))
                        .orElse(refused(RepairChanged.Why.NO_SUCH_STEP));
            case "note" -> tickets.note(id, texts.get("note"), by);
            case "in" -> tickets.bringIn(id, version, by);
            case "edit" -> edit(id, version, texts);
            case "charge" ->
                InventoryAddress.one(RepairCover.class, texts.get("cover"))
                        .map(cover -> tickets.charge(id, version, cover, request, by))
                        .orElse(refused(RepairChanged.Why.NO_SUCH_STEP));
            case "use" ->
                tickets.part(
                        id,
                        FormTexts.integer(texts.get("part")),
                        Math.max(0, FormTexts.integer(texts.get("number"))),
                        request,
                        by);
            case "put-back" -> tickets.part(id, FormTexts.integer(texts.get("part")), -1, request, by);
            default -> refused(RepairChanged.Why.NO_SUCH_STEP);
        };
    }

    private static RepairChanged refused(RepairChanged.Why why) {
        return new RepairChanged.Refused(why);
    }

    private RepairChanged edit(long id, int version, FormTexts texts) {
        var minutes = texts.get("minutes").isBlank() ? 0 : FormTexts.integer(texts.get("minutes"));
        var bill = cents(texts.get("bill"));
        var priority = InventoryAddress.one(RepairPriority.class, texts.get("priority"))
                .orElse(RepairPriority.NORMAL);
        return tickets.edit(
                id,
                version,
                new RepairTickets.Edit(priority, texts.get("reference"), minutes, bill),
                caller.required());
    }

    /** Cents; 0 for nothing, -1 for what is no sum. */
    static int cents(String typed) {
        if (typed.isBlank() || typed.strip().matches("0+([.,]0{1,2})?")) return 0;
        return TypedMoney.parse(typed) instanceof TypedMoney.Sum sum
                ? sum.money().value().movePointRight(2).intValueExact()
                : -1;
    }
}

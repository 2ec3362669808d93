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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.devices.DeviceCategory;
import org.carrel.devices.DevicePhotos;
import org.carrel.devices.Fault;
import org.carrel.devices.RepairChanged;
import org.carrel.devices.RepairPriority;
import org.carrel.devices.RepairTickets;
import org.carrel.devices.RepairWish;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** The forms of desk/report.xhtml: what is broken, and a word or a picture more about it. */
@WebServlet({ReportServlet.SEND, ReportServlet.ADD, ReportServlet.SENT_TO})
@MultipartConfig(fileSizeThreshold = 1 << 16)
public class ReportServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SEND = "/desk/report/send";
    static final String ADD = "/desk/report-add";
    /** The address of the form itself: the server takes files only for whom a request was sent to, not for whom it is handed on to. */
    static final String SENT_TO = "/desk/report/*";
    /** Request attribute: what is wrong, a sentence. */
    static final String PROBLEM = "org.carrel.desk.reportProblem";

    private static final int UNPROCESSABLE = 422;

    @Inject
    transient RepairTickets tickets;

    @Inject
    transient DevicePhotos photos;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    @Inject
    transient StaffWords words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getServletPath().equals(SEND)) send(request, response);
        else if (request.getDispatcherType() != DispatcherType.FORWARD) response.sendError(404);
        else add(Numbered.importNumber(request).orElse(0), request, response);
    }

    private void send(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var fault = InventoryAddress.one(Fault.class, texts.get("fault"));
        var answer = fault.map(one -> tickets.report(wish(texts, one), caller.required()))
                .orElse(new RepairChanged.Refused(RepairChanged.Why.NO_THING));
        if (answer instanceof RepairChanged.Done done) {
            to(request, response, "/desk/report?done=" + done.ticket() + (done.joined() ? "&joined=yes" : ""));
            return;
        }
        wrong(new RepairWords(words).problem(answer), request, response);
    }

    private RepairWish wish(FormTexts texts, Fault fault) {
        var thing = texts.get("thing");
        var device = FormTexts.number(thing);
        var site = reach.chosen(texts.get("site"))
                .or(() -> reach.chosen(""))
                .map(SchoolSite::code)
                .orElse("");
        return new RepairWish(
                RepairWords.request(texts.get("request")),
                site,
                device > 0 ? OptionalLong.of(device) : OptionalLong.empty(),
                device > 0 ? Optional.empty() : InventoryAddress.one(DeviceCategory.class, thing),
                texts.get("room").strip(),
                fault,
                texts.get("words").strip(),
                false,
                RepairPriority.NORMAL);
    }

    private void add(long ticket, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        // Who has not opened it is told what is told of tickets that are not there.
        var own = tickets.find(ticket).filter(one -> one.openedBy()
                .equals(OptionalLong.of(caller.required().account())));
        if (own.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var texts = FormTexts.of(request);
        var said = texts.get("words").strip();
        var problem =
                said.isEmpty() ? "" : new RepairWords(words).problem(tickets.note(ticket, said, caller.required()));
        var file = isUpload(request) ? request.getPart("photo") : null;
        if (problem.isEmpty() && file != null && file.getSize() > 0) {
            try (var in = file.getInputStream()) {
                var added =
                        photos.addToTicket(ticket, in, RepairWords.request(texts.get("request")), caller.required());
                problem = new RepairWords(words).problem(added);
            } finally {
                file.delete();
            }
        } else if (problem.isEmpty() && said.isEmpty()) problem = words.text("repairProblem.NO_FILE");
        if (problem.isEmpty()) to(request, response, "/desk/report?added=yes&done=" + ticket);
        else wrong(problem, request, response);
    }

    static boolean isUpload(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/form-data");
    }

    private static void wrong(String problem, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(PROBLEM, problem);
        request.setAttribute(StaffView.ADDRESS, "/desk/report");
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/report.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.circulation.Blocked;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.devices.Assigned;
import org.carrel.devices.Assignment;
import org.carrel.devices.AssignmentLists;
import org.carrel.devices.AssignmentProblem;
import org.carrel.devices.AssignmentWish;
import org.carrel.devices.Assignments;
import org.carrel.devices.Device;
import org.carrel.patrons.Patron;
import org.carrel.security.CurrentCaller;

/** The forms of desk/assignments.xhtml: a card, then its device; or a room and what stands there. */
@WebServlet({AssignmentsServlet.SCAN, AssignmentsServlet.CHANGE})
public class AssignmentsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SCAN = "/desk/assignments/scan";
    static final String CHANGE = "/desk/assignments/change";
    /** Request attribute: a {@link Refusal}. */
    static final String REFUSAL = "org.carrel.desk.assignmentRefusal";

    private static final String PAGE = "/desk/assignments";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Assignments assignments;

    @Inject
    transient AssignmentLists lists;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient AssignmentWords said;

    @Inject
    transient StaffWords words;

    @Inject
    transient CurrentCaller caller;

    /**
     * What was not done, and how it could be.
     *
     * @param device that was scanned; 0 for none
     * @param exchange whether what they have could go back for it
     * @param lift what somebody whose role has it could lift with a reason; empty when that is not all
     */
    record Refusal(List<String> problems, long device, boolean exchange, List<String> lift) {
        static Refusal of(String problem) {
            return new Refusal(List.of(problem), 0, false, List.of());
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        if (request.getServletPath().equals(CHANGE)) change(texts, request, response);
        else scan(texts, request, response);
    }

    private void scan(FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var site = reach.chosen(texts.get("site")).or(() -> reach.chosen(""));
        if (site.isEmpty()) {
            refuse(Refusal.of(words.text("assignmentProblem.NO_SUCH_DEVICE", "")), request, response);
            return;
        }
        if (!texts.get("until").isBlank() && until(texts.get("until")).isEmpty()) {
            refuse(Refusal.of(words.text("assignments.noDay")), request, response);
            return;
        }
        var number = FormTexts.number(texts.get("device"));
        if (number > 0) {
            assign(number, texts, request, response);
            return;
        }
        var text = texts.get("text").strip();
        if (text.isEmpty()) {
            to(request, response, address(texts));
            return;
        }
        var known = lists.known(text, DeskPlace.at(site.get().code()), caller.required());
        if (known.people().size() + known.devices().size() > 1)
            refuse(Refusal.of(words.text("assignmentProblem.SEVERAL", text)), request, response);
        else if (!known.people().isEmpty()) person(known.people().getFirst(), texts, request, response);
        else if (!known.devices().isEmpty()) device(known.devices().getFirst(), texts, request, response);
        else refuse(Refusal.of(words.text("assignmentProblem.NO_SUCH_DEVICE", text)), request, response);
    }

    private static void person(
            Patron person, FormTexts texts, HttpServletRequest request, HttpServletResponse response) {
        to(request, response, address(texts, person.id(), ""));
    }

    private void device(Device device, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var isForNobody =
                FormTexts.number(texts.get("person")) <= 0 && texts.get("room").isBlank();
        if (isForNobody) to(request, response, address(texts) + "&device=" + device.id());
        else assign(device.id(), texts, request, response);
    }

    private void assign(long device, FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var person = FormTexts.number(texts.get("person"));
        var lift = EnumSet.noneOf(LoanBlock.class);
        for (var block : LoanBlock.values()) if (texts.get("lift").contains(block.name())) lift.add(block);
        var wish = new AssignmentWish(
                request(texts),
                person > 0 ? OptionalLong.of(person) : OptionalLong.empty(),
                person > 0 ? "" : texts.get("room").strip(),
                device,
                until(texts.get("until")),
                "",
                texts.has("exchange"),
                new Lifted(lift, cut(texts.get("reason"))));
        switch (assignments.assign(wish, caller.required())) {
            case Assigned.Done done ->
                to(
                        request,
                        response,
                        address(texts) + "&done=" + done.assignment().id());
            case Assigned.Refused refused -> refuse(refusal(device, refused), request, response);
        }
    }

    private Refusal refusal(long device, Assigned.Refused refused) {
        var blocks = refused.problems().stream()
                .flatMap(problem -> problem.blocked().stream())
                .map(Blocked::block)
                .toList();
        var isLiftable = blocks.size() == refused.problems().size()
                && blocks.stream().allMatch(block -> block.lifting() != LoanBlock.Lifting.NEVER);
        var isExchange =
                refused.problems().stream().allMatch(problem -> problem.kind() == AssignmentProblem.Kind.HAS_ANOTHER);
        return new Refusal(
                said.problems(refused),
                device,
                isExchange,
                isLiftable ? blocks.stream().map(Enum::name).toList() : List.of());
    }

    private void change(FormTexts texts, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var id = FormTexts.number(texts.get("assignment"));
        var answer =
                switch (texts.get("do")) {
                    case "undo" -> assignments.undo(request(texts), id, caller.required());
                    case "returned" -> end(texts, id, Assignment.End.RETURNED);
                    case "lost" -> end(texts, id, Assignment.End.LOST);
                    case "mistake" -> end(texts, id, Assignment.End.MISTAKE);
                    default -> Assigned.Refused.of(AssignmentProblem.Kind.STALE);
                };
        if (answer instanceof Assigned.Done done)
            to(request, response, address(texts) + "&done=" + done.assignment().id());
        else refuse(new Refusal(said.problems(answer), 0, false, List.of()), request, response);
    }

    private Assigned end(FormTexts texts, long id, Assignment.End why) {
        return assignments.end(request(texts), id, why, caller.required());
    }

    /** What is no request of ours gets a number of its own: it is done each time. */
    private static UUID request(FormTexts texts) {
        try {
            return UUID.fromString(texts.get("request"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private static String cut(String reason) {
        return reason.length() <= Lifted.LONGEST_REASON ? reason : reason.substring(0, Lifted.LONGEST_REASON);
    }

    private static Optional<LocalDate> until(String day) {
        try {
            return day.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(day.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String address(FormTexts texts) {
        return address(
                texts, FormTexts.number(texts.get("person")), texts.get("room").strip());
    }

    /** The page again: the same person or room stays until another is scanned. */
    private static String address(FormTexts texts, long person, String room) {
        var address = new StringBuilder(PAGE);
        InventoryAddress.add(address, "site", texts.get("site"));
        InventoryAddress.add(address, "person", person > 0 ? String.valueOf(person) : "");
        InventoryAddress.add(address, "room", room);
        InventoryAddress.add(
                address,
                "until",
                until(texts.get("until")).map(LocalDate::toString).orElse(""));
        return address.indexOf("?") < 0 ? address.append("?again=yes").toString() : address.toString();
    }

    private static void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(REFUSAL, refusal);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/assignments.xhtml").forward(request, response);
    }

    private static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.carrel.circulation.HoldActor;
import org.carrel.circulation.HoldChanged;
import org.carrel.circulation.Holds;
import org.carrel.security.CurrentCaller;

/** The buttons of all pages about holds. Afterwards one is where one was. */
@WebServlet(HoldsServlet.CHANGE)
public class HoldsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/holds/change";

    @Inject
    transient Holds holds;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var texts = FormTexts.of(request);
        var id = requestId(texts);
        var act = texts.get("do");
        if (id.isEmpty() || !HoldWords.ACTS.contains(act)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        var changed = change(act, texts, id.get());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", request.getContextPath() + back(texts) + "done=" + HoldWords.code(act, changed) + "#done");
    }

    private HoldChanged change(String act, FormTexts texts, UUID id) {
        var by = caller.required();
        var staff = HoldActor.staff(by);
        var hold = FormTexts.number(texts.get("hold"));
        return switch (act) {
            case "cancel" -> holds.cancel(hold, texts.get("reason"), id, staff);
            case "resume" -> holds.resume(hold, id, staff);
            case "suspend" ->
                day(texts.get("until"))
                        .map(until -> holds.suspend(hold, until, id, staff))
                        .orElse(HoldChanged.BAD_DAY);
            case "move" -> holds.move(hold, FormTexts.integer(texts.get("row")), texts.get("reason"), id, by);
            case "site" -> holds.pickUpAt(hold, texts.get("pickUp"), id, staff);
            default -> holds.boxSent(texts.get("site"), texts.get("to"), by) > 0 ? HoldChanged.DONE : HoldChanged.GONE;
        };
    }

    /** Empty when it was not made by one of our forms. */
    static Optional<UUID> requestId(FormTexts texts) {
        try {
            return Optional.of(UUID.fromString(texts.get("request")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The page that the form stands on; one more parameter can be put behind it. */
    private static String back(FormTexts texts) {
        var record = FormTexts.number(texts.get("record"));
        if (record > 0) return TitleHoldsView.PAGE + "?record=" + record + "&";
        var person = FormTexts.number(texts.get("person"));
        if (person > 0) return "/desk/person/" + person + "/holds?";
        return HoldsView.PAGE + "?site=" + URLEncoder.encode(texts.get("site"), StandardCharsets.UTF_8) + "&part="
                + HoldsPart.of(texts.get("part")).word() + "&";
    }
}

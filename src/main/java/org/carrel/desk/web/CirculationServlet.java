package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.ClaimKind;
import org.carrel.circulation.DeskAnswer;
import org.carrel.circulation.DeskPlace;
import org.carrel.circulation.Lifted;
import org.carrel.circulation.LoanBlock;
import org.carrel.circulation.Scan;
import org.carrel.devices.Assignments;
import org.carrel.devices.LentAccessories;
import org.carrel.security.Caller;
import org.carrel.security.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** What desk.js sends: one scan, or one press of a button, and what the desk says to it as JSON. */
@WebServlet(CirculationServlet.SCAN)
public class CirculationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String SCAN = "/desk/circulation/scan";

    @Inject
    transient CirculationDesk desk;

    @Inject
    transient Assignments assignments;

    @Inject
    transient LentAccessories accessories;

    @Inject
    transient LentDeviceWords devices;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient ScanWords words;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var form = FormTexts.of(request);
        var scan = scan(form, request.getParameterValues("lift"));
        if (scan.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        if (form.get("do").equals("part")) {
            response.getWriter().write(part(form, scan.get()));
            return;
        }
        var answer = answer(form, scan.get(), caller.required());
        response.getWriter().write(words.json(answer, scan.get()));
    }

    /** An accessory of a line is ticked, or not any more. */
    private String part(FormTexts form, Scan scan) {
        var id = FormTexts.number(form.get("number"));
        var isThere = form.get("on").equals("1");
        return devices.json(accessories.set(scan.request(), id, isThere, caller.required()));
    }

    private DeskAnswer answer(FormTexts form, Scan scan, Caller by) {
        var number = FormTexts.number(form.get("number"));
        return switch (form.get("do")) {
            case "choose" -> desk.choose(number, by);
            case "copy" -> desk.item(scan, number, by);
            case "check-in" -> desk.checkIn(scan, number, by);
            case "shelve" -> desk.shelve(scan, number, by);
            case "damaged" -> desk.damaged(scan, number, by);
            case "lost" -> desk.lost(scan, number, by);
            case "lost-copy" -> desk.lostCopy(scan, number, by);
            case "claim-returned" -> desk.claim(scan, number, ClaimKind.RETURNED, form.get("said-by"), by);
            case "claim-never-had" -> desk.claim(scan, number, ClaimKind.NEVER_HAD, form.get("said-by"), by);
            case "assignment-returned" -> assignments.returned(scan, number, by);
            case "take-and-lend" -> desk.takeAndLend(scan, number, by);
            case "renew" -> desk.renew(scan, number, by);
            case "undo" -> desk.undo(scan, uuid(form.get("undone")), by);
            default -> desk.scan(scan, by);
        };
    }

    /** Empty when no desk could have sent it. */
    private Optional<Scan> scan(FormTexts form, String @Nullable [] lift) {
        var request = uuid(form.get("request"));
        var site = reach.chosen(form.get("site"));
        var day = day(form.get("returned-on"));
        var isDayWrong = !form.get("returned-on").isEmpty() && day.isEmpty();
        if (request.isEmpty() || site.isEmpty() || isDayWrong) return Optional.empty();
        var patron = FormTexts.number(form.get("patron"));
        var ago = Math.max(0, FormTexts.number(form.get("ago")));
        var lifted = new Lifted(blocks(lift), cut(form.get("reason")));
        return Optional.of(new Scan(
                request.get(),
                form.get("text"),
                patron > 0 ? Optional.of(patron) : Optional.empty(),
                new DeskPlace(site.get().code(), day),
                Duration.ofMillis(ago),
                lifted));
    }

    private static String cut(String reason) {
        return reason.length() <= Lifted.LONGEST_REASON ? reason : reason.substring(0, Lifted.LONGEST_REASON);
    }

    private static Set<LoanBlock> blocks(String @Nullable [] names) {
        var blocks = EnumSet.noneOf(LoanBlock.class);
        if (names == null) return blocks;
        for (var block : LoanBlock.values()) if (Arrays.asList(names).contains(block.name())) blocks.add(block);
        return blocks;
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}

package org.carrel.desk.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.carrel.platform.Days;
import org.carrel.scheduling.TimetableAnswer;
import org.carrel.scheduling.TimetableAnswer.Asks;
import org.carrel.scheduling.TimetableAnswer.Done;
import org.carrel.scheduling.TimetableAnswer.No;
import org.carrel.scheduling.TimetableAnswer.Wrong;
import org.carrel.scheduling.TimetableChange;
import org.carrel.scheduling.TimetableChange.Close;
import org.carrel.scheduling.TimetableChange.Load;
import org.carrel.scheduling.TimetableChange.Paint;
import org.carrel.scheduling.TimetableEffect;
import org.carrel.scheduling.TimetableEffect.Choice;
import org.carrel.scheduling.TimetableMoves;
import org.carrel.scheduling.TimetableProblem;
import org.carrel.scheduling.TimetableProblem.Kind;
import org.carrel.scheduling.Timetables;
import org.carrel.security.CurrentCaller;

/** The forms and buttons of desk/timetable.xhtml. */
@WebServlet(TimetableServlet.CHANGE)
public class TimetableServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/timetable/change";
    /** Request attribute: a {@link Sent}. */
    static final String SENT = "org.carrel.desk.timetableSent";

    /** Request attribute: a {@link TimetableEffect} that is asked about. */
    static final String EFFECT = "org.carrel.desk.timetableEffect";

    static final String PAGE = "/desk/timetable";
    private static final TimetableAnswer NOTHING = new Done(0, TimetableEffect.NONE);
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Timetables timetables;

    @Inject
    transient TimetableMoves moves;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /** What one can do here. */
    enum Part {
        LOAD,
        PAINT,
        UNTYPE,
        /** What becomes of sessions on days on which the calendar says closed. */
        CLOSE,
        /** Takes the last change back. */
        UNDO
    }

    /** A form that is shown again. */
    record Sent(Part part, FormTexts texts, List<TimetableProblem> problems) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        var part = Arrays.stream(Part.values())
                .filter(each -> word(each).equals(texts.get("do")))
                .findFirst();
        if (part.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            switch (act(part.get(), site.get().code(), texts)) {
                case Done done -> to(request, response, site.get().code(), part.get(), texts);
                case Wrong wrong -> again(request, response, new Sent(part.get(), texts, wrong.problems()));
                case Asks asks -> {
                    request.setAttribute(EFFECT, asks.effect());
                    again(request, response, new Sent(part.get(), texts, List.of()));
                }
                case No no -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
            }
        }
    }

    static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private TimetableAnswer act(Part part, String site, FormTexts texts) {
        var by = caller.required();
        return switch (part) {
            case LOAD -> change(site, new Load(texts.get("lines")), texts);
            case PAINT ->
                day(texts)
                        .map(day -> change(site, new Paint(day, day, texts.get("type")), texts))
                        .orElseGet(() -> new Wrong(List.of(new TimetableProblem(0, Kind.NO_DAY, texts.get("day")))));
            case CLOSE ->
                Days.read(texts.get("first"))
                        .flatMap(first -> Days.read(texts.get("last")).map(last -> new Close(first, last)))
                        .map(closed -> change(site, closed, texts))
                        .orElseGet(() -> new Wrong(List.of(new TimetableProblem(0, Kind.NO_DAY, texts.get("first")))));
            case UNTYPE -> {
                var problems = timetables.removeType(site, texts.get("type"), by.account());
                yield problems.isEmpty() ? NOTHING : new Wrong(problems);
            }
            case UNDO -> moves.undo(FormTexts.number(texts.get("change")), by);
        };
    }

    /** Done at once where nothing is booked; else it is looked at first. */
    private TimetableAnswer change(String site, TimetableChange change, FormTexts texts) {
        var by = caller.required();
        var plan = moves.plan(site, change, by);
        if (!(plan instanceof Asks asks) || !asks.effect().isEmpty() && !texts.has("sure")) return plan;
        return moves.apply(site, change, choices(asks.effect(), texts), texts.get("why"), asking(texts), by);
    }

    private static Map<Long, Choice> choices(TimetableEffect effect, FormTexts texts) {
        return effect.casualties().stream()
                .map(one -> one.session().id())
                .filter(id -> texts.has("choice." + id))
                .collect(Collectors.toMap(id -> id, id -> texts.oneOf("choice." + id, Choice.CANCEL)));
    }

    /** The number of the form: sent twice it is done once. */
    private static UUID asking(FormTexts texts) {
        try {
            return UUID.fromString(texts.get("request"));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    private static Optional<LocalDate> day(FormTexts texts) {
        return Days.read(texts.get("day"));
    }

    /** Back to where the day stands, with the type in hand that was painted with. */
    private static void to(
            HttpServletRequest request, HttpServletResponse response, String site, Part part, FormTexts texts) {
        var address = request.getContextPath() + PAGE + "?site=" + encoded(site) + "&done=" + word(part);
        if (part == Part.PAINT)
            address +=
                    "&type=" + encoded(texts.get("type")) + "&day=" + day(texts).orElseThrow() + "#days";
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        request.setAttribute(SENT, sent);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/timetable.xhtml").forward(request, response);
    }
}

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
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.school.Closure;
import org.carrel.school.ClosureDraft;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SiteCalendar;
import org.carrel.school.TermDraft;
import org.carrel.security.CurrentCaller;

/** The forms and buttons of desk/calendar.xhtml. */
@WebServlet(CalendarServlet.CHANGE)
public class CalendarServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANGE = "/desk/calendar/change";
    /** Request attribute: a {@link Sent}. */
    static final String SENT = "org.carrel.desk.calendarSent";

    static final String PAGE = "/desk/calendar";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient SchoolCalendar calendar;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /** What one can do here. Each has its part of the page. */
    enum Part {
        HOURS,
        CLOSURE,
        CLOSURES,
        UNCLOSE,
        TERM,
        UNTERM
    }

    /** A form that is shown again. */
    record Sent(Part part, FormTexts texts, List<SchoolProblem> problems) {}

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var texts = FormTexts.of(request);
        var site = reach.chosen(texts.get("site"));
        var part = part(texts.get("do"));
        if (part.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            var code = site.get().code();
            var before = calendar.read(code);
            var problems = act(part.get(), code, texts);
            if (problems.isEmpty()) to(request, response, code, part.get(), days(before, calendar.read(code)));
            else again(request, response, new Sent(part.get(), texts, problems));
        }
    }

    private static Optional<Part> part(String text) {
        return List.of(Part.values()).stream()
                .filter(part -> word(part).equals(text))
                .findFirst();
    }

    static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    /** Of what has come or gone, from the first day to the last, for whoever asks then what it means for what is lent and booked. */
    private static String days(SiteCalendar before, SiteCalendar after) {
        var changed = Stream.concat(
                        after.closures().stream().filter(closure -> !has(before, closure)),
                        before.closures().stream().filter(closure -> !has(after, closure)))
                .toList();
        var first = changed.stream().map(Closure::first).min(Comparator.naturalOrder());
        var last = changed.stream().map(Closure::last).max(Comparator.naturalOrder());
        return first.isEmpty() ? "" : "&first=" + first.get() + "&last=" + last.orElseThrow();
    }

    private static boolean has(SiteCalendar calendar, Closure closure) {
        return calendar.closures().stream().anyMatch(known -> known.id() == closure.id());
    }

    private List<SchoolProblem> act(Part part, String site, FormTexts texts) {
        var actor = caller.required().account();
        var id = FormTexts.number(texts.get("id"));
        return switch (part) {
            case HOURS -> calendar.saveHours(site, hours(texts), actor);
            case CLOSURE -> calendar.addClosure(site, closure(texts), actor);
            case CLOSURES -> calendar.addClosures(site, texts.get("pasted"), actor);
            case UNCLOSE -> calendar.removeClosure(site, id, actor);
            case TERM -> calendar.addTerm(site, term(texts), actor);
            case UNTERM -> calendar.removeTerm(site, id, actor);
        };
    }

    private static Map<DayOfWeek, String> hours(FormTexts texts) {
        var hours = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) hours.put(day, texts.get(name(day)));
        return hours;
    }

    /** Of a day's field. */
    static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    static ClosureDraft closure(FormTexts texts) {
        return new ClosureDraft(
                texts.get("first"),
                texts.get("last"),
                texts.get("reasonEn"),
                texts.get("reasonEs"),
                texts.get("hours"));
    }

    static TermDraft term(FormTexts texts) {
        return new TermDraft(texts.get("name"), texts.get("termFirst"), texts.get("termLast"));
    }

    private static void to(
            HttpServletRequest request, HttpServletResponse response, String site, Part part, String days) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                request.getContextPath() + PAGE + "?site=" + URLEncoder.encode(site, StandardCharsets.UTF_8) + "&done="
                        + word(part) + days);
    }

    private static void again(HttpServletRequest request, HttpServletResponse response, Sent sent)
            throws ServletException, IOException {
        request.setAttribute(SENT, sent);
        request.setAttribute(StaffView.ADDRESS, PAGE);
        response.setStatus(UNPROCESSABLE);
        request.getRequestDispatcher("/desk/calendar.xhtml").forward(request, response);
    }
}

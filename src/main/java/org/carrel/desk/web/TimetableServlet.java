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
import java.util.Optional;
import org.carrel.platform.Days;
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

    static final String PAGE = "/desk/timetable";
    private static final int UNPROCESSABLE = 422;

    @Inject
    transient Timetables timetables;

    @Inject
    transient SchoolReach reach;

    @Inject
    transient CurrentCaller caller;

    /** What one can do here. */
    enum Part {
        LOAD,
        PAINT,
        UNTYPE
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
            var problems = act(part.get(), site.get().code(), texts);
            if (problems.isEmpty()) to(request, response, site.get().code(), part.get(), texts);
            else again(request, response, new Sent(part.get(), texts, problems));
        }
    }

    static String word(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    private List<TimetableProblem> act(Part part, String site, FormTexts texts) {
        var actor = caller.required().account();
        return switch (part) {
            case LOAD -> timetables.load(site, texts.get("lines"), actor);
            case PAINT ->
                day(texts)
                        .map(day -> timetables.paint(site, day, texts.get("type"), actor))
                        .orElseGet(() -> List.of(new TimetableProblem(0, Kind.NO_DAY, texts.get("day"))));
            case UNTYPE -> timetables.removeType(site, texts.get("type"), actor);
        };
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

package org.carrel.kiosk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.PlanDrawing;
import org.carrel.catalog.PlanPart;
import org.carrel.catalog.ShelfMap;
import org.carrel.catalog.ShelfMaps;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.web.ReaderLanguage;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.school.DayHours;
import org.carrel.school.SchoolCalendar;

/**
 * kiosk/offline.xhtml: kept by browsers for whoever comes, so it speaks both languages. It is kept with the usual hours and
 * the floor plan of the site that the address names, which help also while nothing else does.
 */
@Named
@RequestScoped
public class KioskOfflineView {
    @Inject
    ReaderLanguage language;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolCalendar calendar;

    @Inject
    ShelfMaps maps;

    @Inject
    PlanWords planWords;

    @Inject
    Words words;

    private String site = "";
    private Optional<ShelfMap> map = Optional.empty();

    /** A day of the week, in both languages, and when the site is open on it. */
    public record Day(String name, String otherName, String hours) {}

    @PostConstruct
    void load() {
        site = Objects.requireNonNullElse(request.getParameter("site"), "");
        try {
            map = site.isEmpty() ? Optional.empty() : maps.find(site);
        } catch (DatabaseProblem away) {
            map = Optional.empty(); // it is kept without a plan, and with one tomorrow
        }
    }

    /** A text of the bundle in the language that the page itself is not in. */
    public String other(String key) {
        return Words.bundle(language.get().other()).getString(key);
    }

    /** The days of a usual week on which the site is open; none where nobody has said so. */
    public List<Day> getDays() {
        var week = calendar.of(site).week();
        return Stream.of(DayOfWeek.values())
                .map(day -> new Day(
                        name(day, language.get()),
                        name(day, language.get().other()),
                        hours(week.getOrDefault(day, DayHours.CLOSED))))
                .filter(day -> !day.hours().isEmpty())
                .toList();
    }

    private static String name(DayOfWeek day, ScreenLanguage language) {
        return day.getDisplayName(TextStyle.FULL, language.locale());
    }

    private String hours(DayHours day) {
        return day.intervals().stream()
                .map(open -> time(open.opens()) + " – " + time(open.closes()))
                .collect(Collectors.joining(", "));
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language.get().locale())
                .format(time);
    }

    public boolean isDrawn() {
        return map.filter(plan -> !plan.parts().isEmpty()).isPresent();
    }

    public String getPlanTitle() {
        return words.text("where.plan", map.orElseThrow().site().name());
    }

    /** Without the places of screens: nobody knows which of them shows it. */
    public PlanDrawing getDrawing() {
        var plan = map.orElseThrow();
        var parts = plan.parts().stream()
                .filter(part -> part.kind() != PlanPart.Kind.HERE)
                .toList();
        var shown = new ShelfMap(plan.site(), plan.width(), plan.depth(), parts);
        return PlanDrawing.of(shown, PlanDrawing.Marked.NOTHING, planWords::name);
    }
}

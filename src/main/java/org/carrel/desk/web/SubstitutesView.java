package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.NoShows;
import org.carrel.scheduling.Substitutes;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/substitutes.xhtml: who stands in for whom, and when sessions nobody comes to are given back; and what one has for somebody else. */
@Named
@RequestScoped
public class SubstitutesView {
    @Inject
    HttpServletRequest request;

    @Inject
    Substitutes substitutes;

    @Inject
    NoShows missed;

    @Inject
    Bookings bookings;

    @Inject
    Timetables timetables;

    @Inject
    BookingResources resources;

    @Inject
    SchoolReach reach;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private FormTexts texts = new FormTexts(java.util.Map.of());

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(SubstitutesServlet.PAGE, getCode());
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public boolean isKnown() {
        return site.isPresent();
    }

    public record Row(long id, String teacher, String name, String days) {}

    public List<Row> getRows() {
        return substitutes.list(getCode(), caller.required()).stream()
                .map(one -> new Row(
                        one.id(),
                        one.teacher().name(),
                        one.name(),
                        new CalendarWords(words).days(one.from(), one.to())))
                .toList();
    }

    public List<Choice> getTeachers() {
        return bookings.roster(getCode(), caller.required()).stream()
                .map(one -> choice(one.patron().orElse(0), one.name(), texts.get("teacher")))
                .toList();
    }

    private static Choice choice(long number, String name, String chosen) {
        var value = String.valueOf(number);
        return new Choice(value, name, value.equals(chosen));
    }

    public List<Choice> getAccounts() {
        return substitutes.accounts(getCode(), caller.required()).stream()
                .map(one -> choice(one.id(), one.name(), texts.get("account")))
                .toList();
    }

    public String getFrom() {
        return texts.has("from")
                ? texts.get("from")
                : site.map(known -> clock.instant()
                                .atZone(known.zone())
                                .toLocalDate()
                                .toString())
                        .orElse("");
    }

    public String getTo() {
        return texts.get("to");
    }

    public String getMinutes() {
        if (texts.has("minutes")) return texts.get("minutes");
        var minutes = missed.after(getCode());
        return minutes.isPresent() ? String.valueOf(minutes.getAsInt()) : "";
    }

    public boolean isMayChangeMinutes() {
        return caller.may(Operation.DESK_SETTINGS);
    }

    public String getProblem() {
        return request.getAttribute(SubstitutesServlet.PROBLEM) instanceof String key
                ? words.text("substitutesProblem." + key, NoShows.MOST)
                : "";
    }

    public String getDone() {
        var done = texts.get("done");
        return Stream.of("add", "end", "minutes", "claimed").anyMatch(done::equals)
                ? words.text("substitutesPage.done." + done)
                : "";
    }

    /** A session that one has for somebody else. @param today whether it can be said now that the class has come */
    public record Own(long id, String day, String period, String what, boolean claimed, boolean today) {}

    public List<Own> getOwn() {
        return substitutes.sessions(caller.required()).stream().map(this::own).toList();
    }

    private Own own(ClassSession session) {
        var timetable = timetables.of(session.site());
        var says = new SeriesWords(words, timetable, resources.list(session.site()));
        var what = Stream.of(
                        session.teacher().name(),
                        session.about().className(),
                        says.things(session.wish(session.request())),
                        session.about().purpose())
                .filter(part -> !part.isEmpty())
                .collect(java.util.stream.Collectors.joining(" · "));
        return new Own(
                session.id(),
                says.day(session.day()),
                says.hours(session),
                what,
                session.claimed().isPresent(),
                session.isToday(clock.instant(), timetable.zone()));
    }
}

package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.Timetables;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;

/** desk/my-sessions.xhtml: what one has booked, coming and past, for a phone first. */
@Named
@RequestScoped
public class MySessionsView {
    /** Days of the past that are shown. */
    private static final int PAST = 120;

    @Inject
    Bookings bookings;

    @Inject
    Timetables timetables;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private List<ClassSession> sessions = List.of();
    private final Map<String, Timetable> known = new HashMap<>();

    @PostConstruct
    void load() {
        var from = clock.instant().atZone(clock.getZone()).toLocalDate().minusDays(PAST);
        sessions = bookings.own(from, caller.required());
    }

    /** @param state empty for what is simply booked */
    public record Row(long id, String when, String what, String about, String state, String look) {}

    private Row row(ClassSession session) {
        var says = new BookingWords(words);
        var timetable = known.computeIfAbsent(session.site(), timetables::of);
        var about = session.about();
        return new Row(
                session.id(),
                says.when(timetable, session.day(), session.first(), session.last()),
                about.className().isEmpty() ? says.things(session) : about.className(),
                says.things(session) + (about.topic().isEmpty() ? "" : " · " + about.topic()),
                session.state() == ClassSession.State.BOOKED ? "" : says.state(session),
                session.state() == ClassSession.State.REQUESTED ? "is-conflict" : "is-rejected");
    }

    private boolean isComing(ClassSession session) {
        return session.state().isLive() && !session.isOver(clock.instant());
    }

    public List<Row> getComing() {
        return rows(this::isComing, Comparator.comparing(ClassSession::span));
    }

    /** Newest first: what is over, and what came to nothing. */
    public List<Row> getPast() {
        return rows(
                session -> !isComing(session),
                Comparator.comparing(ClassSession::span).reversed());
    }

    private List<Row> rows(Predicate<ClassSession> which, Comparator<ClassSession> order) {
        return sessions.stream().filter(which).sorted(order).map(this::row).toList();
    }

    /** How many are to come: what was called off is not among them (B-32). */
    public String getCount() {
        return words.text("mySessions.count", getComing().size());
    }

    public boolean isMayBook() {
        return caller.may(Operation.BOOK_SESSION);
    }
}

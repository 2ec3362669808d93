package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ScheduleBoard;
import org.carrel.scheduling.SessionEvent;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.Timetables;
import org.carrel.security.Accounts;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** desk/class-session.xhtml: all about one session, what happened to it, and what one can do with it. */
@Named
@RequestScoped
public class ClassSessionView {
    private static final Set<String> DONE =
            Set.of("booked", "requested", "approved", "refused", "claimed", "cancelled");

    @Inject
    HttpServletRequest request;

    @Inject
    Bookings bookings;

    @Inject
    ScheduleBoard board;

    @Inject
    Timetables timetables;

    @Inject
    Accounts accounts;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<ClassSession> session = Optional.empty();
    private Timetable timetable = Timetable.unknown(ZoneOffset.UTC);

    @PostConstruct
    void load() {
        var number = Numbered.importNumber(request);
        session = number.isPresent() ? bookings.find(number.getAsLong()) : Optional.empty();
        timetable = session.map(known -> timetables.of(known.site())).orElse(timetable);
    }

    /** Answers 404 for a session that is not there. */
    public void check() throws IOException {
        if (session.isEmpty()) Pages.notFound();
    }

    public long getId() {
        return session.map(ClassSession::id).orElse(0L);
    }

    /** The class; a session without one is called by what it has, or by whose it is. */
    public String getTitle() {
        var says = new BookingWords(words);
        return session.flatMap(known -> Stream.of(
                                known.about().className(),
                                says.things(known),
                                known.teacher().name())
                        .filter(name -> !name.isEmpty())
                        .findFirst())
                .orElse("");
    }

    public String getWhen() {
        var says = new BookingWords(words);
        return session.map(known -> says.wholeDay(known.day()) + " · "
                        + says.periods(timetable, known.day(), known.first(), known.last()))
                .orElse("");
    }

    public String getState() {
        return session.map(new BookingWords(words)::state).orElse("");
    }

    public String getLook() {
        return session.map(known -> switch (known.state()) {
                    case BOOKED -> "is-added";
                    case REQUESTED -> "is-conflict";
                    default -> "is-rejected";
                })
                .orElse("");
    }

    /** A line about it. */
    public record Fact(String id, String label, String value) {}

    /** Those that there are. */
    public List<Fact> getFacts() {
        var facts = new ArrayList<Fact>();
        session.ifPresent(known -> {
            var about = known.about();
            add(facts, "teacher", known.teacher().name());
            add(facts, "class", about.className());
            add(facts, "grade", about.grade());
            add(facts, "heads", about.heads() == 0 ? "" : words.number(about.heads()));
            add(facts, "things", things(known));
            add(facts, "topic", about.topic());
            add(facts, "books", about.books() == 0 ? "" : words.number(about.books()));
            add(facts, "subject", about.subject());
            add(facts, "purpose", about.purpose());
            add(facts, "why", known.why());
            add(
                    facts,
                    "claimed",
                    known.claimed()
                            .map(at -> new BookingWords(words).moment(at, timetable.zone()))
                            .orElse(""));
        });
        return facts;
    }

    private void add(List<Fact> facts, String id, String value) {
        if (!value.isEmpty()) facts.add(new Fact("fact-" + id, words.text("sessionFact." + id), value));
    }

    private String things(ClassSession known) {
        var names = known.parts().stream()
                .map(part -> part.quantity() == 1
                        ? part.name(words.language().locale())
                        : words.text("session.thing", part.name(words.language().locale()), part.quantity()))
                .toList();
        var alone = known.parts().stream().anyMatch(ClassSession.Part::alone);
        return String.join(" + ", names) + (alone ? " · " + words.text("session.alone") : "");
    }

    /** Something that happened. */
    public record Event(String when, String what, String who, String detail) {}

    public List<Event> getHistory() {
        return session.map(known ->
                        bookings.history(known.id()).stream().map(this::event).toList())
                .orElse(List.of());
    }

    private Event event(SessionEvent event) {
        var who = event.account().isPresent()
                ? accounts.nameOf(event.account().getAsLong()).orElse("")
                : words.text("session.program");
        return new Event(
                new BookingWords(words).moment(event.at(), timetable.zone()),
                words.text("sessionEvent." + event.kind()),
                who,
                event.detail());
    }

    private Owner owner(ClassSession known) {
        return new Owner(Optional.of(known.site()), known.teacher().account());
    }

    private boolean isOpen() {
        return session.filter(known -> known.state().isLive() && !known.isOver(clock.instant()))
                .isPresent();
    }

    public boolean isMayChange() {
        return isOpen()
                && session.filter(known -> caller.may(Operation.BOOK_SESSION, owner(known)))
                        .isPresent();
    }

    /** The form is that of classes. */
    public boolean isOfClass() {
        return session.filter(known -> known.kind() == ClassSession.Kind.RESEARCH)
                .isPresent();
    }

    /** On its day, until it is over. */
    public boolean isMayClaim() {
        return isOpen()
                && session.filter(known -> known.state() == ClassSession.State.BOOKED
                                && known.claimed().isEmpty()
                                && known.isToday(clock.instant(), timetable.zone())
                                && caller.may(Operation.HOLD_SESSION, owner(known)))
                        .isPresent();
    }

    public boolean isMayDecide() {
        return isOpen()
                && session.filter(known -> known.state() == ClassSession.State.REQUESTED
                                && caller.may(Operation.OVERRIDE_BOOKING, owner(known)))
                        .isPresent();
    }

    /** Whether it counts as used when it is called off now: said before. */
    public String getIfCancelled() {
        return session.filter(known -> isMayChange())
                .map(known -> words.text(board.countsIfCancelled(known) ? "session.counts" : "session.countsNot"))
                .orElse("");
    }

    /** Where it is repeated, or the series that it belongs to already. */
    public String getSeriesPath() {
        return session.map(known ->
                        isOfSeries() ? SeriesServlet.page(known.series().getAsLong()) : SeriesServlet.of(known))
                .orElse("");
    }

    public boolean isOfSeries() {
        return session.filter(known -> known.series().isPresent()).isPresent();
    }

    public String getMovePath() {
        return session.map(known -> ScheduleAddress.PAGE + "?move=" + known.id())
                .orElse("");
    }

    public String getWeekPath() {
        return session.map(known ->
                        ScheduleAddress.PAGE + "?site=" + FormTexts.encoded(known.site()) + "&day=" + known.day())
                .orElse("");
    }

    public String getProblem() {
        return request.getAttribute(SessionServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** What was typed and not taken. */
    public String getWhy() {
        return getProblem().isEmpty() ? "" : FormTexts.of(request).get("why");
    }

    public String getDone() {
        var done = FormTexts.of(request).get("done");
        return getProblem().isEmpty() && DONE.contains(done) ? words.text("session.done." + done) : "";
    }
}

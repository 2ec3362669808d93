package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.SeriesAnswer.Refused;
import org.carrel.scheduling.SeriesPlan;
import org.carrel.scheduling.SeriesRow;
import org.carrel.scheduling.SeriesScope;
import org.carrel.scheduling.SessionSeries;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.Timetables;
import org.carrel.security.CurrentCaller;

/** desk/session-series-one.xhtml: the sessions of a series, the days that were left out, and what can be done to all of them. */
@Named
@RequestScoped
public class SeriesView {
    @Inject
    HttpServletRequest request;

    @Inject
    SessionSeries series;

    @Inject
    Timetables timetables;

    @Inject
    BookingResources resources;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    private Optional<SeriesPlan> plan = Optional.empty();
    private FormTexts texts = new FormTexts(java.util.Map.of());
    private Optional<SeriesWords> said = Optional.empty();
    private List<SeriesRow> skipped = List.of();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        var number = Numbered.importNumber(request);
        plan = number.isPresent() ? series.find(number.getAsLong()) : Optional.empty();
        plan.ifPresent(known -> {
            said = Optional.of(new SeriesWords(words, timetables.of(known.site()), resources.list(known.site())));
            skipped = series.skipped(known.id(), caller.required());
        });
    }

    private SeriesWords says() {
        return said.orElseGet(() -> new SeriesWords(words, Timetable.unknown(clock.getZone()), List.of()));
    }

    /** Answers 404 for a series that is not there. */
    public void check() throws IOException {
        if (plan.isEmpty()) Pages.notFound();
    }

    public long getId() {
        return plan.map(SeriesPlan::id).orElse(0L);
    }

    public String getTitle() {
        return plan.map(known -> Stream.of(known.wish().about().className(), says().things(known.wish()))
                        .filter(part -> !part.isEmpty())
                        .collect(java.util.stream.Collectors.joining(" · ")))
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> words.text("seriesPage.title"));
    }

    public String getDays() {
        return plan.map(known -> new CalendarWords(words).days(known.first(), known.last()))
                .orElse("");
    }

    public String getLastDay() {
        return plan.map(known -> known.last().toString()).orElse("");
    }

    /** @param exception somebody has given it another time or other things */
    public record Row(
            long id,
            int version,
            String day,
            String period,
            String state,
            boolean coming,
            boolean exception,
            boolean chosen) {}

    public List<Row> getRows() {
        return plan.stream()
                .flatMap(known -> known.sessions().stream().map(session -> row(known, session)))
                .toList();
    }

    private Row row(SeriesPlan known, ClassSession session) {
        return new Row(
                session.id(),
                session.version(),
                says().day(session.day()),
                says().hours(session),
                says().state(session),
                isComing(session),
                session.state().isLive() && known.isException(session),
                String.valueOf(session.id()).equals(texts.get("session")));
    }

    private boolean isComing(ClassSession session) {
        return session.state().isLive() && !session.isOver(clock.instant());
    }

    public boolean isChangeable() {
        return plan.filter(known -> known.sessions().stream().anyMatch(this::isComing))
                .isPresent();
    }

    /** @param reasons empty when it is free */
    public record Day(String day, String reasons) {}

    public List<Day> getSkipped() {
        return skipped.stream().map(this::day).toList();
    }

    private Day day(SeriesRow row) {
        return new Day(says().day(row.wish().day()), says().reasons(row.reasons()));
    }

    public boolean isSomeFree() {
        return skipped.stream().anyMatch(SeriesRow::isFree);
    }

    /** Days that stand in the way of a change. */
    public List<Day> getRefused() {
        return request.getAttribute(SeriesServlet.ANSWER) instanceof Refused refused
                ? refused.rows().stream()
                        .filter(row -> !row.isFree())
                        .map(this::day)
                        .toList()
                : List.of();
    }

    public List<Choice> getScopes() {
        return Arrays.stream(SeriesScope.values())
                .map(scope -> new Choice(
                        scope.name(),
                        words.text("seriesScope." + scope),
                        scope.name().equals(texts.get("scope"))))
                .toList();
    }

    public String getPeriods() {
        return texts.get("periods");
    }

    public String getPurpose() {
        return texts.get("purpose");
    }

    public String getWhy() {
        return texts.get("why");
    }

    public String getProblem() {
        return request.getAttribute(SeriesServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    public String getDone() {
        var done = texts.get("done");
        return Stream.of("booked", "add", "extend", "change", "cancel").anyMatch(done::equals)
                ? words.text("seriesPage.done." + done)
                : "";
    }
}

package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.SeriesForm.Field;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.DayType;
import org.carrel.scheduling.SeriesAnswer;
import org.carrel.scheduling.SeriesAnswer.Refused;
import org.carrel.scheduling.SeriesAnswer.Wrong;
import org.carrel.scheduling.SeriesPlan;
import org.carrel.scheduling.SeriesRow;
import org.carrel.scheduling.SessionSeries;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.Timetables;
import org.carrel.scheduling.WishJson;
import org.carrel.security.CurrentCaller;

/** desk/session-series.xhtml: a session on many days, each of them looked at before anything is booked; and the series that one has. */
@Named
@RequestScoped
public class SeriesPlanView {
    @Inject
    HttpServletRequest request;

    @Inject
    SessionSeries series;

    @Inject
    SeriesBasis basis;

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

    private FormTexts texts = new FormTexts(java.util.Map.of());
    private Optional<SessionWish> wish = Optional.empty();
    private Optional<SeriesForm> form = Optional.empty();
    private Optional<Field> wrong = Optional.empty();
    private Optional<SeriesAnswer> answer = Optional.empty();
    private List<DayType> types = List.of();
    private Optional<SeriesWords> said = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        wish = basis.of(texts);
        if (wish.isEmpty()) return;
        var site = wish.get().site();
        said = Optional.of(new SeriesWords(words, timetables.of(site), resources.list(site)));
        types = timetables.types(site).stream().filter(DayType::school).toList();
        var typed = SeriesForm.of(request, wish.get());
        form = Optional.of(typed);
        if (!texts.has("look")) return;
        var read = typed.read();
        wrong = read.wrong();
        if (request.getAttribute(SeriesServlet.ANSWER) instanceof SeriesAnswer known) answer = Optional.of(known);
        else answer = read.wish().map(asked -> series.preview(asked, caller.required()));
        if (answer.isPresent() && answer.get() instanceof Wrong known)
            wrong = Optional.of(
                    switch (known.problem()) {
                        case ENDS_BEFORE, TOO_LONG -> Field.LAST;
                        case NO_DAYS -> Field.DAYS;
                        case OVERLAPS_ITSELF -> Field.PERIODS;
                    });
    }

    private SeriesWords says() {
        return said.orElseGet(() -> new SeriesWords(words, Timetable.unknown(clock.getZone()), List.of()));
    }

    /** Answers 404 for a session that is not there. */
    public void check() throws IOException {
        if (wish.isEmpty() && (texts.has("session") || texts.has("wish"))) Pages.notFound();
    }

    public boolean isPlanning() {
        return wish.isPresent();
    }

    /** A series that one has. */
    public record Row(long id, String name, String things, String days, int sessions, int skipped) {}

    public List<Row> getRows() {
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        return series.own(today, caller.required()).stream().map(this::row).toList();
    }

    private Row row(SeriesPlan plan) {
        var own = new SeriesWords(words, timetables.of(plan.site()), resources.list(plan.site()));
        var about = plan.wish().about().className();
        return new Row(
                plan.id(),
                about.isEmpty() ? plan.teacher().name() : about,
                own.things(plan.wish()),
                new CalendarWords(words).days(plan.first(), plan.last()),
                (int) plan.sessions().stream()
                        .filter(session -> session.state().isLive())
                        .count(),
                plan.skipped().size());
    }

    public String getSession() {
        return texts.get("session");
    }

    public String getWish() {
        return texts.get("session").isEmpty() ? wish.map(WishJson::write).orElse("") : "";
    }

    public String getWhat() {
        return wish.map(known -> Stream.of(known.about().className(), says().things(known))
                        .filter(part -> !part.isEmpty())
                        .collect(java.util.stream.Collectors.joining(" · ")))
                .orElse("");
    }

    public String getFirst() {
        return form.map(SeriesForm::first).orElse("");
    }

    public String getLast() {
        return texts.get("last");
    }

    public String getPeriods() {
        return form.map(SeriesForm::periods).orElse("");
    }

    public String getEvery() {
        return texts.get("every").isEmpty() ? "2" : texts.get("every");
    }

    /** The number of the form; a new one each time it is looked at, but the same when it comes back. */
    public String getAsking() {
        return texts.get("request").isEmpty() ? UUID.randomUUID().toString() : texts.get("request");
    }

    public List<Choice> getKinds() {
        return Stream.of("weekly", "other", "types", "days")
                .map(kind -> new Choice(
                        kind,
                        words.text("seriesPage.kind." + kind),
                        form.filter(known -> known.kind().equals(kind)).isPresent()))
                .toList();
    }

    public List<Choice> getWeekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(
                        String.valueOf(day.getValue()),
                        day.getDisplayName(TextStyle.FULL, words.language().locale()),
                        form.filter(known -> known.weekdays().contains(day)).isPresent()))
                .toList();
    }

    public List<Choice> getTypes() {
        return types.stream()
                .map(type -> new Choice(
                        String.valueOf(type.id()),
                        says().isSpanish() && !type.nameEs().isEmpty() ? type.nameEs() : type.nameEn(),
                        form.filter(known -> known.types().contains(type.id())).isPresent()))
                .toList();
    }

    /** What is wrong with a field; empty when nothing is. */
    private String problem(Field field) {
        if (wrong.filter(field::equals).isEmpty()) return "";
        return answer.isPresent() && answer.get() instanceof Wrong known
                ? words.text("seriesProblem." + known.problem())
                : words.text("seriesPage.wrong." + field);
    }

    public String getFirstProblem() {
        return problem(Field.FIRST);
    }

    public String getLastProblem() {
        return problem(Field.LAST);
    }

    public String getPeriodsProblem() {
        return problem(Field.PERIODS);
    }

    public String getDaysProblem() {
        return problem(Field.DAYS);
    }

    public String getProblem() {
        return request.getAttribute(SeriesServlet.PROBLEM) instanceof String sentence ? sentence : "";
    }

    /** @param slot by which it is chosen @param reasons empty when it is free */
    public record Slot(String slot, String id, String day, String period, String reasons, boolean free) {}

    public List<Slot> getSlots() {
        return answer.filter(Refused.class::isInstance).map(Refused.class::cast).stream()
                .flatMap(refused -> refused.rows().stream())
                .map(this::slot)
                .toList();
    }

    private Slot slot(SeriesRow row) {
        var wished = row.wish();
        var reasons = row.itself() ? words.text("seriesPage.itself") : says().reasons(row.reasons());
        return new Slot(
                wished.day() + "/" + wished.first(),
                "slot-" + wished.day() + "-" + wished.first(),
                says().day(wished.day()),
                says().periods(wished.day(), wished.first(), wished.last()),
                reasons,
                row.isFree());
    }

    public boolean isLooked() {
        return !getSlots().isEmpty();
    }

    public String getCounted() {
        var all = getSlots();
        return words.text("seriesPage.counted", all.stream().filter(Slot::free).count(), all.size());
    }
}

package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.desk.web.DevicesView.Choice;
import org.carrel.desk.web.MaintenanceServlet.Sent;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.platform.Days;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.Maintenance;
import org.carrel.scheduling.Timetable;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;

/** desk/maintenance.xhtml: what is out of use for repair, and when. */
@Named
@RequestScoped
public class MaintenanceView {
    private static final int WEEKS_AHEAD = 26;
    /** Of these days the periods are offered. */
    private static final int DAYS_LOOKED_AT = 14;

    @Inject
    HttpServletRequest request;

    @Inject
    Maintenance maintenance;

    @Inject
    BookingChoices choices;

    @Inject
    SchoolReach reach;

    @Inject
    StaffWords words;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private FormTexts texts = new FormTexts(Map.of());
    private Optional<Sent> sent = Optional.empty();
    private Timetable timetable = Timetable.unknown(ZoneOffset.UTC);
    private BookingForm.Choices from = new BookingForm.Choices("", Map.of(), List.of(), List.of());

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        if (request.getAttribute(MaintenanceServlet.SENT) instanceof Sent known) sent = Optional.of(known);
        site.ifPresent(known -> {
            timetable = choices.timetable(known.code());
            from = choices.of(known.code(), Days.read(texts.get("day").strip()));
        });
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(MaintenanceServlet.PAGE, getCode());
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public boolean isKnown() {
        return site.isPresent();
    }

    /** @param what the thing @param why as it was typed; empty for none */
    public record Row(long id, String what, String when, String why, String who) {}

    public List<Row> getRows() {
        var today = today();
        return maintenance.list(getCode(), today, today.plusWeeks(WEEKS_AHEAD), caller.required()).stream()
                .map(this::row)
                .toList();
    }

    private LocalDate today() {
        return clock.instant().atZone(timetable.zone()).toLocalDate();
    }

    private Row row(ClassSession session) {
        var says = new BookingWords(words);
        return new Row(
                session.id(),
                says.things(session),
                says.when(timetable, session.day(), session.first(), session.last()),
                session.about().purpose(),
                session.teacher().name());
    }

    public List<Choice> getThings() {
        var says = new BookingWords(words);
        return MaintenanceForm.things(from).stream()
                .map(thing -> {
                    var id = String.valueOf(thing.id());
                    return new Choice(id, says.name(thing), id.equals(texts.get("thing")));
                })
                .toList();
    }

    public List<Choice> getPeriods() {
        return periods(texts.get("period"), words.text("booking.choosePeriod"));
    }

    public List<Choice> getUntils() {
        return periods(texts.get("until"), words.text("booking.onePeriod"));
    }

    private List<Choice> periods(String chosen, String none) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", none, chosen.isEmpty()));
        var today = today();
        for (var number : timetable.numbers(timetable.schoolDays(today, today.plusDays(DAYS_LOOKED_AT)))) {
            var text = String.valueOf(number);
            all.add(new Choice(text, words.text("schedule.period", text), text.equals(chosen)));
        }
        return all;
    }

    public String getDay() {
        return sent.isPresent()
                ? texts.get("day")
                : Days.read(texts.get("day")).orElse(today()).toString();
    }

    public String getWhy() {
        return texts.get("why");
    }

    /** The number of the form: sent twice, it is out of use once. */
    public String getAsking() {
        return texts.get("request").isEmpty() ? UUID.randomUUID().toString() : texts.get("request");
    }

    /** What is wrong with each field, by its id. */
    public Map<String, String> getWrong() {
        var wrong = new HashMap<String, String>();
        sent.map(Sent::problems)
                .orElse(Map.of())
                .forEach((problem, typed) ->
                        wrong.put(problem.field(), words.text("maintenanceProblem." + problem, typed)));
        return wrong;
    }

    /** The field that has the focus. */
    public String getFocus() {
        return sent.stream()
                .flatMap(known -> known.problems().keySet().stream())
                .sorted()
                .map(MaintenanceForm.Problem::field)
                .findFirst()
                .orElse("");
    }

    /** What is wrong at the top, a sentence. */
    public String getProblem() {
        if (sent.isEmpty()) return "";
        var says = new BookingWords(words);
        if (sent.get().stopped().isPresent())
            return says.stopped(sent.get().stopped().get());
        return sent.get()
                .answer()
                .map(answer -> switch (answer) {
                    case BookingAnswer.Refused refused ->
                        words.text(
                                "maintenance.refused",
                                new SeriesWords(
                                                words,
                                                timetable,
                                                List.copyOf(from.resources().values()))
                                        .reasons(refused.reasons()));
                    case BookingAnswer.Stopped stopped -> says.stopped(stopped.why());
                    case BookingAnswer.Booked booked -> "";
                })
                .orElseGet(() -> words.text("booking.wrong"));
    }

    /** The day at which somebody has it; empty when nothing was refused. */
    public String getDayPath() {
        return sent.flatMap(Sent::answer)
                        .filter(BookingAnswer.Refused.class::isInstance)
                        .isPresent()
                ? ScheduleAddress.PAGE + "?site=" + FormTexts.encoded(getCode()) + "&view=day&day="
                        + Days.read(texts.get("day").strip()).orElse(today())
                : "";
    }

    public String getDone() {
        var done = texts.get("done");
        return sent.isEmpty() && Stream.of("out", "back").anyMatch(done::equals)
                ? words.text("maintenance.done." + done)
                : "";
    }
}

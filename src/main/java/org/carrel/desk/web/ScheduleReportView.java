package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.platform.Days;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.school.SchoolSite;
import org.carrel.security.CurrentCaller;
import org.carrel.sessions.Usage;
import org.carrel.sessions.Usage.Count;

/** desk/schedule-report.xhtml, and the same as CSV: what class sessions came to between two days. */
@Named
@RequestScoped
public class ScheduleReportView {
    static final String PAGE = "/desk/schedule-report";
    private static final int USUAL_DAYS = 90;
    private static final int LONGEST = 400;
    private static final int STEP = 42;
    private static final int MOST_BARS = 12;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    Bookings bookings;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    SessionWords sessions;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private LocalDate first = LocalDate.EPOCH;
    private LocalDate last = LocalDate.EPOCH;
    private boolean wrong;
    private List<ClassSession> found = List.of();

    @PostConstruct
    void load() {
        var texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        if (site.isEmpty()) return;
        var today = clock.instant().atZone(sessions.zone(site.get().code())).toLocalDate();
        last = Days.read(texts.get("last")).orElse(today);
        first = Days.read(texts.get("first")).orElse(last.minusDays(USUAL_DAYS));
        wrong = first.isAfter(last) || isNoDay(texts, "first") || isNoDay(texts, "last");
        if (!wrong) found = bookings.all(site.get().code(), first, last, caller.required());
    }

    private static boolean isNoDay(FormTexts texts, String name) {
        return !texts.get(name).isEmpty() && Days.read(texts.get(name)).isEmpty();
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !FormTexts.of(request).get("site").isEmpty()) Pages.notFound();
    }

    boolean isKnown() {
        return site.isPresent();
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    public List<Link> getSites() {
        return reach.links(PAGE, getCode());
    }

    public LocalDate getFirst() {
        return first;
    }

    public LocalDate getLast() {
        return last;
    }

    public String getProblem() {
        return wrong ? words.text("scheduleReport.wrong") : "";
    }

    public String getCsv() {
        return PAGE + ".csv?site=" + URLEncoder.encode(getCode(), StandardCharsets.UTF_8) + "&first=" + first + "&last="
                + last;
    }

    public String getTotal() {
        var total = Usage.total(found);
        return words.text(
                "scheduleReport.total",
                total.sessions(),
                total.periods(),
                total.students(),
                total.noShows(),
                total.lateCancels());
    }

    private record Group(String id, List<Count> counts) {}

    private List<Group> groups() {
        var locale = words.language().locale();
        Function<String, List<String>> orNone =
                text -> List.of(text.isEmpty() ? words.text("scheduleReport.none") : text);
        return List.of(
                new Group(
                        "teacher",
                        Usage.by(
                                found, session -> orNone.apply(session.teacher().name()))),
                new Group(
                        "subject",
                        Usage.by(found, session -> orNone.apply(session.about().subject()))),
                new Group(
                        "grade",
                        Usage.by(found, session -> orNone.apply(session.about().grade()))),
                new Group("place", Usage.by(found, session -> Usage.parts(session, true, part -> part.name(locale)))),
                new Group("thing", Usage.by(found, session -> Usage.parts(session, false, part -> part.name(locale)))),
                new Group("period", Usage.byPeriod(found)));
    }

    /** A bar of a chart. @param y where it stands @param width of 400 */
    public record Bar(String name, String number, int y, int width) {}

    /** A row of a table. @param much more than twice an equal share */
    public record Row(
            String name, int sessions, int periods, int students, String share, boolean much, int noShows, int late) {}

    /** @param height of the drawing */
    public record Chart(String id, String title, String name, List<Bar> bars, List<Row> rows, int height) {}

    public List<Chart> getCharts() {
        return groups().stream()
                .filter(group -> !group.counts().isEmpty())
                .map(this::chart)
                .toList();
    }

    private Chart chart(Group group) {
        var counts = group.counts();
        var all = counts.stream().mapToInt(Count::periods).sum();
        var most = counts.stream().mapToInt(Count::periods).max().orElse(0);
        var bars = new ArrayList<Bar>();
        for (var count : counts.subList(0, Math.min(counts.size(), MOST_BARS)))
            bars.add(new Bar(
                    count.name(),
                    words.number(count.periods()),
                    bars.size() * STEP,
                    most == 0 ? 0 : count.periods() * LONGEST / most));
        var isShared = group.id().equals("teacher");
        var rows = counts.stream()
                .map(count -> new Row(
                        count.name(),
                        count.sessions(),
                        count.periods(),
                        count.students(),
                        share(count.share(all)),
                        isShared && count.isMuch(all, counts.size()),
                        count.noShows(),
                        count.lateCancels()))
                .toList();
        return new Chart(
                group.id(),
                words.text("scheduleReport.by." + group.id()),
                words.text("scheduleReport.name." + group.id()),
                bars,
                rows,
                bars.size() * STEP);
    }

    private String share(int thousandths) {
        var format = NumberFormat.getPercentInstance(words.language().locale());
        return format.format(thousandths / 1000.0);
    }

    /** The same for a spreadsheet. */
    List<List<String>> cells() {
        var cells = new ArrayList<List<String>>();
        for (var group : groups()) {
            var all = group.counts().stream().mapToInt(Count::periods).sum();
            for (var count : group.counts())
                cells.add(List.of(
                        words.text("scheduleReport.name." + group.id()),
                        count.name(),
                        String.valueOf(count.sessions()),
                        String.valueOf(count.periods()),
                        String.valueOf(count.students()),
                        share(count.share(all)),
                        String.valueOf(count.noShows()),
                        String.valueOf(count.lateCancels())));
        }
        return cells;
    }

    List<String> headings() {
        return List.of(
                words.text("scheduleReport.what"),
                words.text("scheduleReport.name"),
                words.text("scheduleReport.sessions"),
                words.text("scheduleReport.periods"),
                words.text("scheduleReport.students"),
                words.text("scheduleReport.share"),
                words.text("scheduleReport.noShows"),
                words.text("scheduleReport.late"));
    }

    String file() {
        return "sessions-" + first + "-" + last + ".csv";
    }
}

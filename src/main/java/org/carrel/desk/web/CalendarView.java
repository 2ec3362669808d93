package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.desk.web.CalendarServlet.Part;
import org.carrel.desk.web.CalendarServlet.Sent;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.desk.web.SchoolView.TextField;
import org.carrel.platform.Days;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.scheduling.TimetableMoves;
import org.carrel.school.DayHours;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolSite;
import org.carrel.school.SchoolYear;
import org.carrel.school.SiteCalendar;

/** desk/calendar.xhtml: when a site is open. Administrators change it, librarians read it. */
@Named
@RequestScoped
public class CalendarView {
    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    SchoolCalendar calendars;

    @Inject
    TimetableMoves timetable;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private SiteCalendar calendar = SiteCalendar.unknown(ZoneOffset.UTC);
    private FormTexts texts = new FormTexts(Map.of());
    private Optional<Sent> sent = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        calendar = site.map(known -> calendars.read(known.code())).orElse(calendar);
        if (request.getAttribute(CalendarServlet.SENT) instanceof Sent known) sent = Optional.of(known);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    /** A closure or a term of the list. */
    public record Row(long id, String days, String name, String more) {}

    /** What is wrong with a pasted line. */
    public record LineProblem(String line, String text) {}

    public List<Link> getSites() {
        return reach.links(CalendarServlet.PAGE, getCode());
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

    /** The site and its time zone. */
    public String getWhere() {
        return site.map(known -> words.text(
                        "calendar.where", known.name(), known.zone().getId().replace('_', ' ')))
                .orElse("");
    }

    public boolean isKnown() {
        return site.isPresent();
    }

    public boolean isMayChange() {
        return reach.mayChange();
    }

    /** What has just been done. */
    private Optional<Part> done() {
        var done = texts.get("done");
        return Arrays.stream(Part.values())
                .filter(part -> sent.isEmpty() && CalendarServlet.word(part).equals(done))
                .findFirst();
    }

    public String getDone() {
        return done().map(part -> words.text("calendar.done." + part)).orElse("");
    }

    /** Where one sees what the closure that has just come or gone means for what is lent; empty for anything else. */
    public String getMoves() {
        var kind =
                switch (texts.get("done")) {
                    case "closure" -> "closed";
                    case "unclose" -> "opened";
                    default -> "";
                };
        if (kind.isEmpty() || sent.isPresent()) return "";
        var one = Map.of("first", texts.get("first"), "last", texts.get("last"), "change", kind);
        return CalendarMovesView.change(getCode(), new FormTexts(one))
                .map(CalendarMovesView::address)
                .orElse("");
    }

    /** How many sessions of classes are booked on the days that have just been closed; 0 for none, and for anything else. */
    public int getBooked() {
        if (done().filter(part -> part == Part.CLOSURE || part == Part.CLOSURES).isEmpty()) return 0;
        return Days.read(getFirst())
                .flatMap(first -> Days.read(getLast()).map(last -> booked(first, last)))
                .orElse(0);
    }

    private int booked(LocalDate first, LocalDate last) {
        return calendar.closures().stream()
                .filter(closure -> closure.hours().isClosed() && closure.overlaps(first, last))
                .mapToInt(closure -> timetable.booked(
                        getCode(),
                        closure.first().isBefore(first) ? first : closure.first(),
                        closure.last().isAfter(last) ? last : closure.last()))
                .sum();
    }

    /** The first day of the closures that have just come. */
    public String getFirst() {
        return texts.get("first");
    }

    public String getLast() {
        return texts.get("last");
    }

    public String getBookedSays() {
        return words.text("calendar.booked", getBooked());
    }

    /** What is wrong as a whole; each field says the rest. */
    public String getProblem() {
        return sent.map(known -> known.problems().getFirst())
                .map(first -> first.kind() == SchoolProblem.Kind.STALE ? reach.text(first) : words.text("school.wrong"))
                .orElse("");
    }

    public List<TextField> getHourFields() {
        return Arrays.stream(DayOfWeek.values()).map(this::hourField).toList();
    }

    private TextField hourField(DayOfWeek day) {
        var name = CalendarServlet.name(day);
        var typed = typed(Part.HOURS).map(form -> form.get(name)).orElseGet(() -> calendar.week()
                .getOrDefault(day, DayHours.CLOSED)
                .typed());
        return new TextField(name, name, dayName(day), typed, problem(Part.HOURS, Field.valueOf(day.name())));
    }

    private String dayName(DayOfWeek day) {
        var name =
                day.getDisplayName(TextStyle.FULL_STANDALONE, words.language().locale());
        return name.substring(0, 1).toUpperCase(words.language().locale()) + name.substring(1);
    }

    /** For who may only read. */
    public List<Row> getHours() {
        var says = new CalendarWords(words);
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Row(
                        day.getValue(),
                        dayName(day),
                        says.hours(calendar.week().getOrDefault(day, DayHours.CLOSED)),
                        ""))
                .toList();
    }

    public List<Row> getClosures() {
        var says = new CalendarWords(words);
        return calendar.closures().stream()
                .map(closure -> new Row(
                        closure.id(),
                        says.days(closure.first(), closure.last()),
                        closure.reason(words.language() == ScreenLanguage.ES),
                        says.hours(closure.hours())))
                .toList();
    }

    public List<Row> getTerms() {
        var says = new CalendarWords(words);
        return calendar.terms().stream()
                .map(term -> new Row(term.id(), says.days(term.first(), term.last()), term.name(), ""))
                .toList();
    }

    public List<TextField> getClosureFields() {
        return List.of(
                field(Part.CLOSURE, "first", Field.FIRST, "calendar.first"),
                field(Part.CLOSURE, "last", Field.LAST, "calendar.lastIfMore"),
                field(Part.CLOSURE, "reasonEn", Field.REASON_EN, "schoolField.REASON_EN"),
                field(Part.CLOSURE, "reasonEs", Field.REASON_ES, "schoolField.REASON_ES"),
                field(Part.CLOSURE, "hours", Field.HOURS, "calendar.otherHours"));
    }

    public List<TextField> getTermFields() {
        return List.of(
                field(Part.TERM, "name", Field.NAME, "schoolField.NAME"),
                field(Part.TERM, "termFirst", Field.FIRST, "calendar.first"),
                field(Part.TERM, "termLast", Field.LAST, "calendar.last"));
    }

    private TextField field(Part part, String name, Field field, String label) {
        var typed = typed(part).map(form -> form.get(name)).orElse("");
        return new TextField(name, name, words.text(label), typed, problem(part, field));
    }

    /** What was pasted and not taken. */
    public String getPasted() {
        return typed(Part.CLOSURES).map(form -> form.get("pasted")).orElse("");
    }

    public List<LineProblem> getPastedProblems() {
        return sent.filter(known -> known.part() == Part.CLOSURES).stream()
                .flatMap(known -> known.problems().stream())
                .map(problem -> new LineProblem(
                        problem.row() == 0
                                ? ""
                                : words.text(
                                        "calendar.line", problem.row(), words.text("schoolField." + problem.field())),
                        reach.text(problem)))
                .toList();
    }

    private Optional<FormTexts> typed(Part part) {
        return sent.filter(known -> known.part() == part).map(Sent::texts);
    }

    private String problem(Part part, Field field) {
        return sent.filter(known -> known.part() == part)
                .map(known -> reach.problem(known.problems(), field))
                .orElse("");
    }

    /** The school year that was asked for, or the one it is. */
    public CalendarYear getYear() {
        var now = SchoolYear.of(calendar.today(clock.instant()));
        var asked = FormTexts.integer(texts.get("year"));
        var first = Math.abs(asked - now) <= CalendarYear.MOST_YEARS ? asked : now;
        return new CalendarYear(SchoolYear.of(calendar, first), getCode(), new CalendarWords(words));
    }
}

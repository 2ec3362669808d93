package org.carrel.desk.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.desk.web.TimetableServlet.Part;
import org.carrel.desk.web.TimetableServlet.Sent;
import org.carrel.platform.Days;
import org.carrel.platform.web.ScreenLanguage;
import org.carrel.scheduling.BellSchedule;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.DayType;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.TimetableEffect;
import org.carrel.scheduling.TimetableMoves;
import org.carrel.scheduling.TimetableProblem;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolSite;
import org.carrel.school.SchoolYear;

/** desk/timetable.xhtml: which day is of which type, and when its bells ring. Administrators change it, librarians read it. */
@Named
@RequestScoped
public class TimetableView {
    private static final int WEEK = 7;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    Timetables timetables;

    @Inject
    TimetableMoves moves;

    @Inject
    BookingResources resources;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private Timetable timetable = Timetable.unknown(ZoneOffset.UTC);
    private List<DayType> types = List.of();
    private FormTexts texts = new FormTexts(Map.of());
    private Optional<Sent> sent = Optional.empty();

    @PostConstruct
    void load() {
        texts = FormTexts.of(request);
        site = reach.chosen(texts.get("site"));
        timetable = site.map(known -> timetables.of(known.code())).orElse(timetable);
        types = site.map(known -> timetables.types(known.code())).orElse(types);
        if (request.getAttribute(TimetableServlet.SENT) instanceof Sent known) sent = Optional.of(known);
    }

    /** Answers 404 for a site that is not there. */
    public void check() throws IOException {
        if (site.isEmpty() && !texts.get("site").isEmpty()) Pages.notFound();
    }

    public List<Link> getSites() {
        return reach.links(TimetableServlet.PAGE, getCode());
    }

    public String getCode() {
        return site.map(SchoolSite::code).orElse("");
    }

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

    public String getDone() {
        return Arrays.stream(Part.values())
                .filter(part -> sent.isEmpty() && TimetableServlet.word(part).equals(texts.get("done")))
                .map(part -> part == Part.PAINT
                        ? words.text("timetable.done.PAINT", painted(), typeName(texts.get("type")))
                        : words.text("timetable.done." + part))
                .findFirst()
                .orElse("");
    }

    private String painted() {
        return Days.read(texts.get("day"))
                .map(day -> new CalendarWords(words).days(day, day))
                .orElse("");
    }

    private String typeName(String code) {
        return types.stream()
                .filter(type -> type.code().equalsIgnoreCase(code))
                .map(this::name)
                .findFirst()
                .orElseGet(() -> words.text("timetable.noType"));
    }

    private String name(DayType type) {
        return words.language() == ScreenLanguage.ES && !type.nameEs().isEmpty() ? type.nameEs() : type.nameEn();
    }

    /** What is wrong, without the lines of a file. */
    public String getProblem() {
        if (sent.filter(known -> known.part() == Part.UNDO).isPresent()) return words.text("timetable.undoBlocked");
        return sent.filter(
                        known -> known.part() != Part.LOAD && !known.problems().isEmpty())
                .map(known -> text(known.problems().getFirst()))
                .orElse("");
    }

    private String text(TimetableProblem problem) {
        return words.text("timetableProblem." + problem.kind(), problem.detail());
    }

    /** A type of days. @param bells of each version */
    public record TypeRow(String code, String name, boolean school, List<BellsRow> bells, boolean removable) {}

    /** @param from when they hold; empty for the only ones there are */
    public record BellsRow(String from, List<PeriodRow> periods) {}

    public record PeriodRow(int number, String name, String hours) {}

    public List<TypeRow> getTypes() {
        return types.stream()
                .map(type -> new TypeRow(
                        type.code(),
                        name(type),
                        type.school(),
                        bells(type),
                        !timetable.days().containsValue(type)))
                .toList();
    }

    private List<BellsRow> bells(DayType type) {
        var versions = timetable.bells().getOrDefault(type.id(), List.of());
        return versions.stream()
                .map(version -> new BellsRow(versions.size() == 1 ? "" : from(version), periods(version)))
                .toList();
    }

    private String from(BellSchedule version) {
        return words.text("timetable.from", new CalendarWords(words).days(version.from(), version.from()));
    }

    private List<PeriodRow> periods(BellSchedule version) {
        return version.periods().stream()
                .map(period -> new PeriodRow(
                        period.number(), period.name(), time(period.starts()) + "–" + time(period.ends())))
                .toList();
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(words.language().locale())
                .format(time);
    }

    /** What one paints with; the first is chosen. */
    public String getBrush() {
        var asked = texts.get("type");
        if (texts.get("done").equals("paint")) return asked;
        return types.isEmpty() ? "" : types.getFirst().code();
    }

    /** @param spoken the day and its type in words @param blank before the first of the month */
    public record Square(String day, String number, String code, String spoken, boolean school, boolean blank) {}

    public record MonthCard(String id, String name, List<List<Square>> weeks, String days) {}

    public List<String> getWeekdays() {
        return new CalendarYear(new SchoolYear(0, List.of()), "", new CalendarWords(words)).getWeekdays();
    }

    /** The month that was asked for or painted in, and the one after it. */
    public List<MonthCard> getMonths() {
        return List.of(card(month()), card(month().plusMonths(1)));
    }

    private YearMonth month() {
        var now = YearMonth.from(clock.instant().atZone(timetable.zone()));
        return Days.read(texts.get("day"))
                .or(() -> Days.read(texts.get("month") + "-01"))
                .map(YearMonth::from)
                .orElse(now);
    }

    private MonthCard card(YearMonth month) {
        var says = new CalendarWords(words);
        var squares = new ArrayList<Square>();
        var before = month.atDay(1).getDayOfWeek().getValue() % WEEK;
        for (var i = 0; i < before; i++) squares.add(new Square("", "", "", "", false, true));
        for (var day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1))
            squares.add(square(day, says));
        while (squares.size() % WEEK != 0) squares.add(new Square("", "", "", "", false, true));
        var weeks = new ArrayList<List<Square>>();
        for (var i = 0; i < squares.size(); i += WEEK) weeks.add(List.copyOf(squares.subList(i, i + WEEK)));
        return new MonthCard("month-" + month, says.month(month), weeks, counted(month));
    }

    private Square square(LocalDate day, CalendarWords says) {
        var type = timetable.typeOn(day);
        return new Square(
                day.toString(),
                String.valueOf(day.getDayOfMonth()),
                type.map(DayType::code).orElse(""),
                says.days(day, day) + ": " + type.map(this::name).orElseGet(() -> words.text("timetable.noType")),
                type.filter(DayType::school).isPresent(),
                false);
    }

    private String counted(YearMonth month) {
        return timetable.days().subMap(month.atDay(1), true, month.atEndOfMonth(), true).values().stream()
                .collect(Collectors.groupingBy(this::name, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> words.text("timetable.counted", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    public String getBefore() {
        return at(month().minusMonths(2));
    }

    public String getAfter() {
        return at(month().plusMonths(2));
    }

    private String at(YearMonth month) {
        return TimetableServlet.PAGE + "?site=" + URLEncoder.encode(getCode(), StandardCharsets.UTF_8) + "&month="
                + month + "#days";
    }

    /** Whether sessions are concerned by what is about to be changed. */
    public boolean isAsking() {
        return effect().isPresent()
                && sent.filter(known -> known.part() != Part.UNDO).isPresent();
    }

    private Optional<TimetableEffect> effect() {
        return request.getAttribute(TimetableServlet.EFFECT) instanceof TimetableEffect known
                ? Optional.of(known)
                : Optional.empty();
    }

    private SeriesWords says() {
        return new SeriesWords(words, timetable, resources.list(getCode()));
    }

    /** @param from, to when it is held @param what whose it is, and with what */
    public record MovedRow(String what, String from, String to) {}

    public List<MovedRow> getMoved() {
        var says = says();
        return effect().stream()
                .flatMap(effect -> effect.moved().stream())
                .map(one -> new MovedRow(
                        what(one.session()),
                        says.moment(one.session().span().starts()),
                        says.moment(one.span().starts())))
                .toList();
    }

    private String what(ClassSession session) {
        return Stream.of(
                        session.teacher().name(),
                        session.about().className(),
                        says().things(session.wish(session.request())))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** @param nearest empty when no free time was found */
    public record LostRow(
            long id, String what, String when, String reasons, boolean keep, String nearest, String choice) {}

    public List<LostRow> getLost() {
        var says = says();
        return effect().stream()
                .flatMap(effect -> effect.casualties().stream())
                .map(one -> new LostRow(
                        one.session().id(),
                        what(one.session()),
                        says.moment(one.session().span().starts()),
                        says.reasons(one.reasons()),
                        one.keep(),
                        one.nearest()
                                .map(wish -> says.day(wish.day()) + ", "
                                        + says.periods(wish.day(), wish.first(), wish.last()))
                                .orElse(""),
                        texts.get("choice." + one.session().id())))
                .toList();
    }

    /** What is told first: whether sessions are concerned, or loans alone. */
    public String getEffectTitle() {
        var sessions = effect().filter(TimetableEffect::hasSessions).isPresent();
        return words.text(sessions ? "timetable.effect" : "timetable.effectDues");
    }

    /** @param loans how many */
    public record DueRow(String loans, String from, String to) {}

    public List<DueRow> getDues() {
        var says = says();
        return effect().stream()
                .flatMap(effect -> effect.dues().stream())
                .map(due -> new DueRow(words.number(due.loans()), says.moment(due.from()), says.moment(due.to())))
                .toList();
    }

    /** What is done when it is agreed to: the form once more. */
    public String getPart() {
        return sent.map(known -> TimetableServlet.word(known.part())).orElse("");
    }

    public String getDay() {
        return texts.get("day");
    }

    public String getType() {
        return texts.get("type");
    }

    /** Of days on which the calendar says closed. */
    public String getFirst() {
        return texts.get("first");
    }

    public String getLast() {
        return texts.get("last");
    }

    public String getNumber() {
        return UUID.randomUUID().toString();
    }

    /** Number of the change that can be taken back; 0 when there is none. */
    public long getUndo() {
        return site.map(known -> moves.last(known.code()).orElse(0)).orElse(0L);
    }

    /** What was pasted and not taken. */
    public String getLines() {
        return sent.filter(known -> known.part() == Part.LOAD)
                .map(known -> known.texts().get("lines"))
                .orElse("");
    }

    public List<String> getLineProblems() {
        return sent.filter(known -> known.part() == Part.LOAD).stream()
                .flatMap(known -> known.problems().stream())
                .map(problem -> problem.line() == 0
                        ? text(problem)
                        : words.text("timetable.line", problem.line(), text(problem)))
                .toList();
    }
}

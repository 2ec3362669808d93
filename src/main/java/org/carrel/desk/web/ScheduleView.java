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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.desk.web.SchoolReach.Link;
import org.carrel.scheduling.BookingGrid;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ScheduleBoard;
import org.carrel.school.Closure;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolSite;
import org.carrel.school.SiteCalendar;
import org.carrel.security.CurrentCaller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** desk/schedule.xhtml: who has what in a week, and what is free; or one day with a column for each thing. */
@Named
@RequestScoped
public class ScheduleView {
    private static final int WEEK = 7;

    @Inject
    HttpServletRequest request;

    @Inject
    SchoolReach reach;

    @Inject
    ScheduleBoard board;

    @Inject
    Bookings bookings;

    @Inject
    SchoolCalendar calendars;

    @Inject
    CurrentCaller caller;

    @Inject
    StaffWords words;

    @Inject
    Clock clock;

    private Optional<SchoolSite> site = Optional.empty();
    private ScheduleAddress address = ScheduleAddress.of(new FormTexts(Map.of()));
    private LocalDate today = LocalDate.EPOCH;
    private LocalDate day = LocalDate.EPOCH;
    private Optional<BookingGrid> grid = Optional.empty();
    private Optional<ClassSession> moving = Optional.empty();
    private ScheduleSheet sheet = new ScheduleSheet(List.of(), List.of(), List.of());

    @PostConstruct
    void load() {
        var asked = ScheduleAddress.of(FormTexts.of(request));
        moving = asked.move().stream()
                .boxed()
                .flatMap(id -> bookings.find(id).stream())
                .filter(session -> caller.may(Operation.BOOK_SESSION, owner(session)))
                .findFirst();
        site = reach.chosen(moving.map(ClassSession::site).orElse(asked.site()));
        if (site.isEmpty()) return;
        var calendar = calendars.of(site.get().code());
        today = calendar.today(clock.instant());
        day = asked.day().orElseGet(this::start);
        address = new ScheduleAddress(
                site.get().code(),
                Optional.of(day),
                asked.byDay(),
                asked.only(),
                moving.map(session -> OptionalLong.of(session.id())).orElse(OptionalLong.empty()));
        var known = board.grid(site.get().code(), day, caller.required(), moving);
        grid = Optional.of(known);
        var table = new ScheduleTable(known, address, reader(calendar), new BookingWords(words));
        sheet = address.byDay() ? table.day(day) : table.week();
    }

    /** At the end of a week people plan the next one; who moves a session begins where it is. */
    private LocalDate start() {
        if (moving.isPresent() && moving.get().day().isAfter(today))
            return moving.get().day();
        var weekend = today.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return weekend ? today.plusDays(WEEK + 1L - today.getDayOfWeek().getValue()) : today;
    }

    private ScheduleTable.Reader reader(SiteCalendar calendar) {
        var names = caller.may(Operation.BOOK_SESSION)
                || caller.may(Operation.SEE_SESSION)
                || caller.may(Operation.BOOK_MAINTENANCE);
        return new ScheduleTable.Reader(
                today,
                names,
                caller.may(Operation.BOOK_SESSION),
                session -> caller.may(Operation.SEE_SESSION, owner(session)),
                each -> closed(each, calendar));
    }

    private static Owner owner(ClassSession session) {
        return new Owner(Optional.of(session.site()), session.teacher().account());
    }

    private String closed(LocalDate each, SiteCalendar calendar) {
        var type = grid.flatMap(known -> known.week().timetable().typeOn(each)).map(new BookingWords(words)::type);
        return calendar.closureOn(each)
                .map(closure -> reason(closure))
                .or(() -> type)
                .orElseGet(() -> words.text("schedule.noSchool"));
    }

    private String reason(Closure closure) {
        return closure.reason(new BookingWords(words).isSpanish());
    }

    /** Answers 404 for a site that is not there, and for a session that is not there to be moved. */
    public void check() throws IOException {
        var asked = ScheduleAddress.of(FormTexts.of(request));
        if (site.isEmpty() && !asked.site().isEmpty() || asked.move().isPresent() && moving.isEmpty()) Pages.notFound();
    }

    public boolean isKnown() {
        return site.isPresent();
    }

    public List<Link> getSites() {
        return moving.isPresent() ? List.of() : reach.links(ScheduleAddress.PAGE, address.site());
    }

    public String getTitle() {
        var says = new BookingWords(words);
        return address.byDay() ? says.wholeDay(day) : words.text("schedule.week", says.wholeDay(monday()));
    }

    private LocalDate monday() {
        return day.minusDays(day.getDayOfWeek().getValue() - 1L);
    }

    public ScheduleSheet getSheet() {
        return sheet;
    }

    public boolean isByDay() {
        return address.byDay();
    }

    /** No period on any day that is shown. */
    public boolean isWithoutLessons() {
        return sheet.rows().isEmpty();
    }

    /** Why there is nothing to see. */
    public String getNothing() {
        if (grid.isEmpty()) return "";
        var timetable = grid.get().week().timetable();
        if (timetable.days().isEmpty()) return words.text("schedule.noTimetable");
        if (grid.get().week().resources().isEmpty()) return words.text("schedule.noResources");
        if (!isWithoutLessons()) return "";
        return address.byDay() ? words.text("schedule.noLessons") : words.text("schedule.noLessonsInWeek");
    }

    public String getPrevious() {
        return address.at(day.minusDays(address.byDay() ? 1 : WEEK)).path();
    }

    public String getNext() {
        return address.at(day.plusDays(address.byDay() ? 1 : WEEK)).path();
    }

    public String getNow() {
        return address.at(today).path();
    }

    /** The other way to look at it. */
    public String getOther() {
        return address.asDay(!address.byDay()).path();
    }

    /** A thing to look at alone. */
    public record Chip(String id, String name, String path, boolean chosen) {}

    public List<Chip> getChips() {
        var says = new BookingWords(words);
        var resources = grid.map(known -> known.week().resources()).orElse(List.of());
        return resources.stream()
                .map(resource -> new Chip(
                        "only-" + resource.id(),
                        says.name(resource),
                        address.toggled(resource.id()).path(),
                        address.only().contains(resource.id())))
                .toList();
    }

    public boolean isAll() {
        return address.only().isEmpty();
    }

    public String getAllPath() {
        return address.all().path();
    }

    public boolean isMayBook() {
        return caller.may(Operation.BOOK_SESSION);
    }

    public String getBookPath() {
        return ScheduleAddress.PAGE + "/book?site=" + FormTexts.encoded(address.site());
    }

    /** How many wait for somebody who decides; 0 for who does not. */
    public int getRequested() {
        return site.map(known ->
                        board.requested(known.code(), caller.required()).size())
                .orElse(0);
    }

    public String getApprovalsPath() {
        return ApprovalsView.PAGE + "?site=" + FormTexts.encoded(address.site());
    }

    public boolean isMoving() {
        return moving.isPresent();
    }

    /** What is moved, in words. */
    public String getMoved() {
        return moving.map(session -> {
                    var says = new BookingWords(words);
                    var timetable = grid.orElseThrow().week().timetable();
                    return says.things(session) + ", " + says.who(session) + ", "
                            + says.when(timetable, session.day(), session.first(), session.last());
                })
                .orElse("");
    }

    public long getMovedId() {
        return moving.map(ClassSession::id).orElse(0L);
    }

    public int getMovedVersion() {
        return moving.map(ClassSession::version).orElse(0);
    }
}

package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.rules.BookingRules;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.FreePeriods;
import org.carrel.scheduling.rules.FreePeriods.Looker;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** What people look at before they book: the week with what is free in it, and how a wish stands. It changes nothing. */
@Door
public class ScheduleBoard {
    private static final int LATEST = 60;

    private final Database database;
    private final Clock clock;
    private final OwnClasses people;
    private final KnownTimetables timetables;
    private final BookingLook look;
    private final SessionStore sessions = new SessionStore();
    private final TeacherStore teachers = new TeacherStore();

    @Inject
    public ScheduleBoard(Database database, Clock clock, SchoolCalendar calendars, OwnClasses people) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.timetables = new KnownTimetables(calendars);
        this.look = new BookingLook(clock, calendars);
    }

    /**
     * The week of a day as who asks may book in it.
     *
     * @param moving a session that is to begin elsewhere; empty when none is
     */
    public BookingGrid grid(String site, LocalDate day, Caller by, Optional<ClassSession> moving) {
        var monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        return database.read(connection -> {
            var timetable = timetables.now(connection, site);
            var week = week(connection, site, monday, timetable);
            var teacher = moving.isPresent()
                    ? moving.get().teacher().id()
                    : teachers.ofAccount(connection, by.account())
                            .map(SessionTeacher::id)
                            .orElse(0L);
            var known = look.of(connection, site, timetable, teacher, monday, monday.plusDays(6));
            var unbound = by.may(Operation.OVERRIDE_BOOKING, Owner.site(site));
            var bookable = week.resources().stream()
                    .filter(resource -> !resource.retired())
                    .toList();
            return new BookingGrid(
                    week,
                    FreePeriods.of(
                            new Looker(BookingLook.booker(by), site, teacher, unbound), known, week.days(), bookable),
                    moving.map(session -> goals(session, week, known, by)).orElse(Set.of()));
        });
    }

    private BookingWeek week(Connection connection, String site, LocalDate monday, Timetable timetable)
            throws SQLException {
        var days = monday.datesUntil(monday.plusDays(7))
                .filter(each -> each.isBefore(monday.plusDays(5))
                        || timetable.typeOn(each).isPresent())
                .toList();
        var live = sessions.live(connection, site, monday, monday.plusDays(6));
        var used = new HashSet<Long>();
        live.forEach(session -> session.parts().forEach(part -> used.add(part.resource())));
        var shown = look.resources(connection, site).stream()
                .filter(resource -> !resource.retired() || used.contains(resource.id()))
                .toList();
        return new BookingWeek(timetable, days, shown, live);
    }

    private static Set<PeriodOfDay> goals(ClassSession session, BookingWeek week, Known known, Caller by) {
        var goals = new HashSet<PeriodOfDay>();
        var wish = session.wish(session.request());
        for (var day : week.days()) {
            for (var period : week.timetable().periodsOn(day)) {
                var last = week.timetable()
                        .lastPeriod(session.day(), session.first(), session.last(), day, period.number());
                if (last.isEmpty()) continue;
                var there = wish.at(day, period.number(), last.getAsInt());
                var ask = new Ask(
                        BookingLook.booker(by),
                        there,
                        OptionalLong.of(session.id()),
                        session.teacher().id(),
                        false);
                var moves = !day.equals(session.day()) || period.number() != session.first();
                if (moves && BookingRules.of(ask, known).isFree()) goals.add(new PeriodOfDay(day, period.number()));
            }
        }
        return goals;
    }

    /**
     * How a wish stands now; nobody else is kept from booking it meanwhile.
     *
     * @param except the session that is changed
     * @param unbound a reason is given for which policies have no say
     * @return empty for who may not book for this teacher
     */
    public Optional<BookingOutlook> outlook(SessionWish wish, OptionalLong except, boolean unbound, Caller by) {
        var self = people.self(by).map(patron -> OptionalLong.of(patron.id())).orElse(OptionalLong.empty());
        return database.transaction(connection -> {
            var teacher = look.teacher(connection, wish, by, self);
            if (teacher.isEmpty()) return Optional.empty();
            var timetable = timetables.now(connection, wish.site());
            var known =
                    look.of(connection, wish.site(), timetable, teacher.get().id(), wish.day(), wish.day());
            var ask =
                    new Ask(BookingLook.booker(by), wish, except, teacher.get().id(), unbound);
            var outcome = BookingRules.of(ask, known);
            var span = timetable.span(wish.day(), wish.first(), wish.last());
            var there = sessions.live(connection, wish.site(), wish.day(), wish.day()).stream()
                    .filter(session -> !OptionalLong.of(session.id()).equals(except))
                    .filter(session -> span.filter(session.span()::overlaps).isPresent())
                    .toList();
            var things = new ArrayList<BookingOutlook.Thing>();
            for (var resource : look.resources(connection, wish.site()))
                if (!resource.retired()) things.add(thing(ask, resource, known, there));
            return Optional.of(new BookingOutlook(outcome.reasons(), span, outcome.approval(), things));
        });
    }

    private static BookingOutlook.Thing thing(
            Ask ask, BookingResource resource, Known known, List<ClassSession> there) {
        var wish = ask.wish();
        var asked = wish.parts().stream()
                .filter(part -> part.resource() == resource.id())
                .findFirst()
                .orElseGet(() ->
                        new PartWish(resource.id(), usual(resource, wish.about().heads()), false));
        var reason = BookingRules.of(ask.with(wish.with(List.of(asked))), known).reasons().stream()
                .filter(each -> each.resource().isPresent())
                .map(PartReason::reason)
                .findFirst();
        var has = there.stream()
                .filter(session -> session.parts().stream().anyMatch(part -> part.resource() == resource.id()))
                .toList();
        return new BookingOutlook.Thing(resource, reason, has);
    }

    /** How many of it a class of so many asks for when nobody says more. */
    private static int usual(BookingResource resource, int heads) {
        if (resource.kind().isPlace()) return Math.max(1, heads);
        if (resource.kind() != BookingResource.Kind.CART) return 1;
        return Math.max(1, Math.min(heads, resource.devices().orElse(heads)));
    }

    /**
     * What was booked last, newest first, for the form of the next session.
     *
     * @param teacher number of the {@link SessionTeacher}; empty: who asks
     */
    public List<ClassSession> latest(OptionalLong teacher, Caller by) {
        return database.read(connection -> {
            var of = teacher.isPresent()
                    ? teachers.find(connection, teacher.getAsLong())
                    : teachers.ofAccount(connection, by.account());
            return of.isEmpty()
                    ? List.<ClassSession>of()
                    : sessions.latest(connection, of.get().id(), LATEST).stream()
                            .filter(session -> by.may(
                                    Operation.BOOK_SESSION,
                                    new Owner(
                                            Optional.of(session.site()),
                                            session.teacher().account())))
                            .toList();
        });
    }

    /** Sessions of a site that wait for somebody who decides, in order; none for who may not decide. */
    public List<ClassSession> requested(String site, Caller by) {
        if (!by.may(Operation.OVERRIDE_BOOKING, Owner.site(site))) return List.of();
        return database.read(connection -> sessions.requested(connection, site, clock.instant()));
    }

    /** Whether a session counts as used when it is called off now (B-32). */
    public boolean countsIfCancelled(ClassSession session) {
        var known = database.read(connection -> look.of(
                connection,
                session.wish(session.request()),
                timetables.now(connection, session.site()),
                session.teacher().id()));
        return clock.instant().isAfter(session.span().starts().minus(BookingRules.noticeToCancel(session, known)));
    }
}

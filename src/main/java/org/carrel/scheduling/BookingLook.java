package org.carrel.scheduling;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.rules.Alternatives;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.store.CartStore;
import org.carrel.scheduling.store.HoldStore;
import org.carrel.scheduling.store.PolicyStore;
import org.carrel.scheduling.store.ResourceStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.Term;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** Gathers what the rules of booking need to know. Every method joins the caller's transaction. */
final class BookingLook {
    /** Days in a row are looked for so far around a day without a term. */
    private static final int DAYS_AROUND = 60;

    private final Clock clock;
    private final SchoolCalendar calendars;
    private final ResourceStore resources = new ResourceStore();
    private final PolicyStore policies = new PolicyStore();
    private final HoldStore holds = new HoldStore();
    private final SessionStore sessions = new SessionStore();
    private final TeacherStore teachers = new TeacherStore();
    private final CartStore carts = new CartStore();

    BookingLook(Clock clock, SchoolCalendar calendars) {
        this.clock = clock;
        this.calendars = calendars;
    }

    /** All of it but what others hold. */
    private Known bare(
            Connection connection, String site, Timetable timetable, long teacher, LocalDate first, LocalDate last)
            throws SQLException {
        var terms = calendars.of(site).terms();
        var from = terms.stream()
                .filter(term -> term.isOn(first))
                .map(Term::first)
                .min(Comparator.naturalOrder())
                .orElse(first)
                .minusDays(DAYS_AROUND);
        var until = terms.stream()
                .filter(term -> term.isOn(last))
                .map(Term::last)
                .max(Comparator.naturalOrder())
                .orElse(last)
                .plusDays(DAYS_AROUND);
        return new Known(
                clock.instant(),
                timetable,
                resources.all(connection, site),
                policies.all(connection, site),
                Map.of(),
                sessions.own(connection, teacher, from, until),
                terms,
                carts.away(connection, site, clock.instant()));
    }

    /** What decides about one wish. Its resources and its teacher are locked, or nobody minds that it changes. */
    Known of(Connection connection, SessionWish wish, Timetable timetable, long teacher) throws SQLException {
        var bare = bare(connection, wish.site(), timetable, teacher, wish.day(), wish.day());
        var span = timetable.span(wish.day(), wish.first(), wish.last());
        if (span.isEmpty()) return bare;
        var ids = wish.parts().stream().map(PartWish::resource).toList();
        return bare.and(
                holds.of(connection, ids, span.get().with(Alternatives.MARGIN, Alternatives.MARGIN), bare.now()));
    }

    /** What decides about wishes of a time, first and last day included. */
    Known of(Connection connection, String site, Timetable timetable, long teacher, LocalDate first, LocalDate last)
            throws SQLException {
        var bare = bare(connection, site, timetable, teacher, first, last);
        return bare.and(holds.ofSite(connection, site, days(timetable, first, last), bare.now()));
    }

    /** What decides about these wishes, with one look at what they need from the first of their days to the last. */
    Known of(Connection connection, List<SessionWish> wishes, Timetable timetable, long teacher) throws SQLException {
        var days = wishes.stream().map(SessionWish::day).sorted().toList();
        var bare = bare(connection, wishes.getFirst().site(), timetable, teacher, days.getFirst(), days.getLast());
        var around = days(timetable, days.getFirst(), days.getLast()).with(Alternatives.MARGIN, Alternatives.MARGIN);
        return bare.and(holds.of(connection, wanted(wishes), around, bare.now()));
    }

    /** What decides about the times near a wish and, on its own day, about what could be had in the place of its parts. */
    Known near(Connection connection, SessionWish wish, Timetable timetable, long teacher, int reach)
            throws SQLException {
        var days = Alternatives.days(wish, timetable, clock.instant(), reach);
        var bare = bare(connection, wish.site(), timetable, teacher, days.getFirst(), days.getLast());
        var around = days(timetable, days.getFirst(), days.getLast()).with(Alternatives.MARGIN, Alternatives.MARGIN);
        var day = days(timetable, wish.day(), wish.day()).with(Alternatives.MARGIN, Alternatives.MARGIN);
        var others = Alternatives.others(wish, bare.resources());
        return bare.and(holds.of(connection, wanted(List.of(wish)), around, bare.now()))
                .and(holds.of(connection, others, day, bare.now()));
    }

    /** Locks everybody whose sessions it is about, then what is wanted, each in the order of numbers. */
    void lock(Connection connection, SortedSet<Long> all, Collection<Long> wanted) throws SQLException {
        for (var teacher : all) teachers.lock(connection, teacher);
        resources.lock(connection, wanted);
    }

    List<BookingResource> resources(Connection connection, String site) throws SQLException {
        return List.copyOf(resources.all(connection, site).values());
    }

    private static TimeSpan days(Timetable timetable, LocalDate first, LocalDate last) {
        return new TimeSpan(
                first.atStartOfDay(timetable.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(timetable.zone()).toInstant());
    }

    /** Nobody else books them until the transaction ends. Teachers are locked before. */
    void lockResources(Connection connection, Collection<Long> wanted) throws SQLException {
        resources.lock(connection, wanted);
    }

    /** Locks whose sessions it is about, then what is wanted, each in the order of numbers. */
    void lock(Connection connection, long teacher, Collection<Long> wanted) throws SQLException {
        teachers.lock(connection, teacher);
        resources.lock(connection, wanted);
    }

    /**
     * For whom a wish is; empty when the caller may not book for them.
     *
     * @param self whom the caller is in the roster
     */
    Optional<SessionTeacher> teacher(Connection connection, SessionWish wish, Caller by, OptionalLong self)
            throws SQLException {
        if (!by.isOf(wish.site())) return Optional.empty();
        var id = wish.teacher().isPresent()
                ? wish.teacher().getAsLong()
                : teachers.ofAccount(connection, by.account(), self);
        return teachers.find(connection, id).filter(teacher -> mayBook(by, wish.site(), teacher));
    }

    private static boolean mayBook(Caller by, String site, SessionTeacher teacher) {
        var owner = new Owner(Optional.of(site), teacher.account());
        return by.may(Operation.BOOK_SESSION, owner) || by.may(Operation.BOOK_MAINTENANCE, owner);
    }

    static Booker booker(Caller by) {
        return switch (by.role()) {
            case LIBRARIAN -> Booker.LIBRARIAN;
            case ADMIN -> Booker.ADMINISTRATOR;
            case TECHNICIAN -> Booker.TECHNICIAN;
            case TEACHER, SUBSTITUTE, AIDE, STUDENT -> Booker.TEACHER;
        };
    }

    static List<Long> wanted(Collection<SessionWish> wishes) {
        return wishes.stream()
                .flatMap(wish -> wish.parts().stream())
                .map(PartWish::resource)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}

package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.BookingAnswer.Refused;
import org.carrel.scheduling.BookingAnswer.Stopped;
import org.carrel.scheduling.ClassSession.Kind;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.SessionChange.Done;
import org.carrel.scheduling.SessionChange.No;
import org.carrel.scheduling.SessionChange.Why;
import org.carrel.scheduling.rules.Alternatives;
import org.carrel.scheduling.rules.Alternatives.Found;
import org.carrel.scheduling.rules.BookingRules;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.store.ActingStore;
import org.carrel.scheduling.store.HoldStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * Sessions of classes: all that one needs is taken in one transaction, or nothing. Who books locks the teacher and then what is wanted,
 * in the order of numbers, and looks only then; the schema refuses two at once all the same.
 */
@Door
public class Bookings {
    /** So long the nearest times are kept for who asked. */
    public static final Duration OFFERED = Duration.ofSeconds(60);

    /** Longest reason, in characters. */
    public static final int LONGEST_WHY = 500;

    private final Database database;
    private final Clock clock;
    private final OwnClasses people;
    private final KnownTimetables timetables;
    private final BookingLook look;
    private final BookingWriting writing;
    private final SessionStore sessions = new SessionStore();
    private final HoldStore holds = new HoldStore();
    private final TeacherStore teachers = new TeacherStore();
    private final ActingStore acting = new ActingStore();

    @Inject
    public Bookings(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            OwnClasses people,
            @Any Instance<SessionWatch> watches) {
        this(database, clock, calendars, people, (Iterable<SessionWatch>) watches);
    }

    /** @param watches told of every change */
    public Bookings(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            OwnClasses people,
            Iterable<SessionWatch> watches) {
        this.database = database;
        this.clock = clock;
        this.people = people;
        this.timetables = new KnownTimetables(calendars);
        this.look = new BookingLook(clock, calendars);
        this.writing = new BookingWriting(clock, watches);
    }

    /**
     * Books it, or says all that speaks against it and what can be had instead.
     *
     * @param override why policies are to have no say; only from who may decide, at most {@link #LONGEST_WHY} characters
     */
    public BookingAnswer book(SessionWish wish, Optional<String> override, Caller by) {
        var self = self(by);
        if (!mayOverride(override, wish.site(), by)) return new Stopped(Why.NOT_ALLOWED);
        var answer =
                database.transaction(connection -> book(connection, wish, override, by, self, OptionalLong.empty()));
        return withAlternatives(answer, wish, Optional.empty(), by, self);
    }

    private static boolean mayOverride(Optional<String> override, String site, Caller by) {
        return override.isEmpty()
                || !override.get().isBlank()
                        && override.get().length() <= LONGEST_WHY
                        && by.may(Operation.OVERRIDE_BOOKING, Owner.site(site));
    }

    private OptionalLong self(Caller by) {
        return people.self(by).map(patron -> OptionalLong.of(patron.id())).orElse(OptionalLong.empty());
    }

    private BookingAnswer book(
            Connection connection,
            SessionWish wish,
            Optional<String> override,
            Caller by,
            OptionalLong self,
            OptionalLong except)
            throws SQLException {
        var timetable = timetables.shared(connection, wish.site());
        var teacher = look.teacher(connection, wish, by, self);
        if (teacher.isEmpty()) return new Stopped(Why.NOT_ALLOWED);
        look.lock(connection, teacher.get().id(), BookingLook.wanted(List.of(wish)));
        var before = sessions.ofRequest(connection, wish.request());
        if (before.isPresent())
            return before.get().teacher().id() == teacher.get().id()
                    ? new Booked(before.get())
                    : new Stopped(Why.NOT_ALLOWED);
        holds.clear(connection, teacher.get().id(), clock.instant());
        var known = look.of(connection, wish, timetable, teacher.get().id());
        var ask = new Ask(BookingLook.booker(by), wish, except, teacher.get().id(), override.isPresent());
        var outcome = BookingRules.of(ask, known);
        if (!outcome.isFree()) return new Refused(outcome.reasons(), List.of());
        var made = new BookingWriting.New(
                Kind.RESEARCH,
                wish,
                outcome,
                teacher.get(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.of(by.account()),
                override.orElse(""));
        return new Booked(writing.insert(connection, made, known.resources()));
    }

    /**
     * Takes what was offered a moment ago, to who asks or to a teacher for whom they may book. What is booked by it goes by the number of
     * the offer: taken twice it is booked once, and answered alike.
     */
    public BookingAnswer take(UUID offer, Caller by) {
        var self = self(by);
        var before = database.read(connection -> sessions.ofRequest(connection, offer));
        if (before.filter(known -> isWithin(known, by)).isPresent()) return new Booked(before.get());
        var offered = database.transaction(connection -> offered(connection, offer, by, self));
        if (offered.isEmpty()) return new Stopped(Why.OFFER_OVER);
        var wish = WishJson.read(offered.get().wish()).of(offered.get().teacher());
        return WishJson.change(offered.get().wish())
                .map(of -> change(of.session(), of.version(), wish, Optional.empty(), by))
                .orElseGet(() -> book(wish, Optional.empty(), by));
    }

    private Optional<HoldStore.Offered> offered(Connection connection, UUID offer, Caller by, OptionalLong self)
            throws SQLException {
        var offered = holds.offered(connection, offer, clock.instant());
        if (offered.isEmpty()) return Optional.empty();
        var wish = WishJson.read(offered.get().wish()).of(offered.get().teacher());
        return look.teacher(connection, wish, by, self).isPresent() ? offered : Optional.empty();
    }

    /** Adds to a "no" what can be had instead, and keeps it for a while. What stands against the person finds nothing. */
    private BookingAnswer withAlternatives(
            BookingAnswer answer, SessionWish wish, Optional<WishJson.Change> change, Caller by, OptionalLong self) {
        if (!(answer instanceof Refused refused)) return answer;
        var except = change.map(of -> OptionalLong.of(of.session())).orElse(OptionalLong.empty());
        var found = database.read(connection -> near(connection, wish, refused, except, by, self));
        if (found.isEmpty()) return refused;
        return new Refused(
                refused.reasons(),
                database.transaction(connection -> offer(connection, found, change, except, by, self)));
    }

    private List<Found> near(
            Connection connection, SessionWish wish, Refused refused, OptionalLong except, Caller by, OptionalLong self)
            throws SQLException {
        var teacher = look.teacher(connection, wish, by, self);
        if (teacher.isEmpty()) return List.of();
        var timetable = timetables.now(connection, wish.site());
        var ask = new Ask(BookingLook.booker(by), wish, except, teacher.get().id(), false);
        var close = look.near(connection, wish, timetable, teacher.get().id(), Alternatives.NEAR);
        var found = Alternatives.find(ask, close, refused.reasons(), Alternatives.NEAR);
        if (found.size() == Alternatives.MOST) return found;
        var far = look.near(connection, wish, timetable, teacher.get().id(), Alternatives.DAYS);
        return Alternatives.find(ask, far, refused.reasons());
    }

    /** What is free still, now that nobody else can take it. */
    private List<Alternative> offer(
            Connection connection,
            List<Found> found,
            Optional<WishJson.Change> change,
            OptionalLong except,
            Caller by,
            OptionalLong self)
            throws SQLException {
        var first = found.getFirst().wish();
        var timetable = timetables.shared(connection, first.site());
        var teacher = look.teacher(connection, first, by, self).orElseThrow();
        var wishes = found.stream().map(Found::wish).toList();
        look.lock(connection, teacher.id(), BookingLook.wanted(wishes));
        var now = clock.instant();
        holds.clear(connection, teacher.id(), now);
        var until = now.plus(OFFERED);
        var offers = new ArrayList<Alternative>();
        var looked = look.of(connection, wishes, timetable, teacher.id());
        for (var each : found) {
            var id = UUID.randomUUID();
            var wish = each.wish().as(id);
            var ask = new Ask(BookingLook.booker(by), wish, except, teacher.id(), false);
            var known = looked;
            var outcome = BookingRules.of(ask, known);
            if (!outcome.isFree()) continue;
            holds.offer(connection, id, teacher.id(), WishJson.write(wish, change), until);
            // What the session that is changed has itself nobody else can take meanwhile.
            var others = outcome.lanes().stream()
                    .filter(lane -> known.held().getOrDefault(lane.resource(), List.of()).stream()
                            .noneMatch(held -> held.session().isPresent()
                                    && held.session().equals(except)
                                    && held.lane() == lane.lane()
                                    && held.span().overlaps(lane.span())))
                    .toList();
            holds.takeForOffer(connection, id, others);
            offers.add(new Alternative(id, each.kind(), wish, outcome.span().orElseThrow(), until));
            // Of a place for several classes the next offer has another lane.
            looked = known.and(Alternatives.held(ask, wish, outcome));
        }
        return offers;
    }

    /** What speaks against a wish now, without booking anything; none when it can be had. */
    public List<PartReason> reasons(SessionWish wish, Caller by) {
        var self = self(by);
        return database.transaction(connection -> {
            var teacher = look.teacher(connection, wish, by, self);
            if (teacher.isEmpty()) return List.of();
            var known = look.of(
                    connection,
                    wish,
                    timetables.now(connection, wish.site()),
                    teacher.get().id());
            var ask = new Ask(
                    BookingLook.booker(by),
                    wish,
                    OptionalLong.empty(),
                    teacher.get().id(),
                    false);
            return BookingRules.of(ask, known).reasons();
        });
    }

    /**
     * Another time, other parts, or about something else. A shorter or smaller session stays approved, a longer, larger or moved one
     * has to be approved again where that is asked for (B-44).
     *
     * @param version of the session when it was looked at
     */
    public BookingAnswer change(long session, int version, SessionWish wish, Optional<String> override, Caller by) {
        var self = self(by);
        if (!mayOverride(override, wish.site(), by)) return new Stopped(Why.NOT_ALLOWED);
        var answer = database.transaction(connection -> change(connection, session, version, wish, override, by, self));
        return withAlternatives(answer, wish, Optional.of(new WishJson.Change(session, version)), by, self);
    }

    private BookingAnswer change(
            Connection connection,
            long session,
            int version,
            SessionWish wish,
            Optional<String> override,
            Caller by,
            OptionalLong self)
            throws SQLException {
        var timetable = timetables.shared(connection, wish.site());
        var seen = sessions.find(connection, session).filter(known -> isWithin(known, by));
        if (seen.isEmpty() || !seen.get().site().equals(wish.site())) return new Stopped(Why.NO_SUCH_SESSION);
        var teacher = look.teacher(connection, wish, by, self);
        if (teacher.isEmpty()) return new Stopped(Why.NOT_ALLOWED);
        look.lock(
                connection,
                teacher.get().id(),
                BookingLook.wanted(List.of(wish, seen.get().wish(wish.request()))));
        var before = sessions.lock(connection, session).orElseThrow();
        if (before.version() != version) return new Stopped(Why.CHANGED_SINCE);
        if (before.isOver(clock.instant())) return new Stopped(Why.OVER);
        if (!before.state().isLive()) return new Stopped(Why.NOT_NOW);
        holds.clear(connection, teacher.get().id(), clock.instant());
        var known = look.of(connection, wish, timetable, teacher.get().id());
        var ask = new Ask(
                BookingLook.booker(by),
                wish,
                OptionalLong.of(session),
                teacher.get().id(),
                override.isPresent());
        var outcome = BookingRules.of(ask, known);
        if (!outcome.isFree()) return new Refused(outcome.reasons(), List.of());
        var span = outcome.span().orElseThrow();
        var asks =
                outcome.approval() && (before.state() == State.REQUESTED || !BookingRules.isWithin(wish, span, before));
        var after = new SessionCopy(before)
                .wish(
                        wish,
                        span,
                        teacher.get(),
                        asks ? State.REQUESTED : State.BOOKED,
                        BookingWriting.parts(wish, known.resources()),
                        clock.instant());
        return new Booked(
                writing.change(connection, before, after, outcome, OptionalLong.of(by.account()), override.orElse("")));
    }

    private static boolean isWithin(ClassSession session, Caller by) {
        return by.may(
                Operation.BOOK_SESSION,
                new Owner(Optional.of(session.site()), session.teacher().account()));
    }

    /**
     * Calls it off. Later than the policy allows it counts as used.
     *
     * @param why empty for none, at most {@link #LONGEST_WHY} characters
     */
    public SessionChange cancel(long session, String why, Caller by) {
        if (why.length() > LONGEST_WHY) return new No(Why.NO_REASON);
        return onLive(session, by, Operation.BOOK_SESSION, (connection, before) -> {
            var now = clock.instant();
            var known = look.of(
                    connection,
                    before.wish(before.request()),
                    timetables.now(connection, before.site()),
                    before.teacher().id());
            var late = now.isAfter(before.span().starts().minus(BookingRules.noticeToCancel(before, known)));
            var state = late ? State.LATE_CANCELLED : State.CANCELLED;
            var after = new SessionCopy(before).state(state, why.strip(), OptionalLong.empty(), now);
            return new Done(
                    writing.end(connection, before, after, SessionEvent.Kind.CANCELLED, OptionalLong.of(by.account())));
        });
    }

    /**
     * Approves it, or does not.
     *
     * @param why is told; needed for a no
     */
    public SessionChange decide(long session, boolean approve, String why, Caller by) {
        if (why.length() > LONGEST_WHY || !approve && why.isBlank()) return new No(Why.NO_REASON);
        return onLive(session, by, Operation.OVERRIDE_BOOKING, (connection, before) -> {
            if (before.state() != State.REQUESTED) return new No(Why.NOT_NOW);
            var now = clock.instant();
            var actor = OptionalLong.of(by.account());
            var copy = new SessionCopy(before);
            if (approve)
                return new Done(writing.mark(
                        connection,
                        before,
                        copy.state(State.BOOKED, why.strip(), OptionalLong.empty(), now),
                        SessionEvent.Kind.APPROVED,
                        actor,
                        why.strip()));
            var after = copy.state(State.REFUSED, why.strip(), OptionalLong.empty(), now);
            return new Done(writing.end(connection, before, after, SessionEvent.Kind.REFUSED, actor));
        });
    }

    /**
     * The class has come: on the day of the session and not before, as who says so days ahead would keep what nobody comes to from being
     * given to others. A second time changes nothing.
     */
    public SessionChange claim(long session, Caller by) {
        return onLive(session, by, Operation.HOLD_SESSION, (connection, before) -> {
            if (before.claimed().isPresent()) return new Done(before);
            var zone = timetables.now(connection, before.site()).zone();
            if (!before.isToday(clock.instant(), zone)) return new No(Why.NOT_NOW);
            var after = new SessionCopy(before).claimed(clock.instant());
            return new Done(writing.mark(
                    connection, before, after, SessionEvent.Kind.CLAIMED, OptionalLong.of(by.account()), ""));
        });
    }

    /** What it needs stands ready. Whoever lends devices says so; a second time changes nothing. */
    public SessionChange prepared(long session, Caller by) {
        return onLive(session, by, Operation.LEND_DEVICES, (connection, before) -> {
            if (sessions.prepared(connection, List.of(session)).contains(session)) return new Done(before);
            var actor = OptionalLong.of(by.account());
            return new Done(writing.mark(connection, before, before, SessionEvent.Kind.PREPARED, actor, ""));
        });
    }

    /** Those of the sessions for which everything stands ready: nothing of them has been changed since somebody said so. */
    public Set<Long> prepared(Collection<Long> some) {
        return database.read(connection -> sessions.prepared(connection, some));
    }

    /** Live sessions of a site, first and last day included, in the order of the day. */
    public List<ClassSession> days(String site, LocalDate first, LocalDate last) {
        return database.read(connection -> sessions.live(connection, site, first, last));
    }

    /** All that classes have booked at a site, first and last day included, whatever has become of it, in the order of the day. */
    public List<ClassSession> all(String site, LocalDate first, LocalDate last, Caller by) {
        if (!by.may(Operation.OVERRIDE_BOOKING, Owner.site(site))) return List.of();
        return database.read(connection -> sessions.all(connection, site, first, last));
    }

    /**
     * Which carts of live sessions have too few devices as things are now: because some broke, or are lent for too long. In the order
     * of the day, first and last day included; those that are over are left out.
     */
    public List<ShortCart> tooFew(String site, LocalDate first, LocalDate last) {
        return database.read(connection -> {
            var known = look.of(connection, site, timetables.now(connection, site), 0, first, last);
            return sessions.live(connection, site, first, last).stream()
                    .filter(session -> !session.isOver(known.now()))
                    .flatMap(session -> BookingRules.tooFew(session, known).stream())
                    .toList();
        });
    }

    @FunctionalInterface
    private interface Work {
        SessionChange on(Connection connection, ClassSession session) throws SQLException;
    }

    private SessionChange onLive(long session, Caller by, Operation operation, Work work) {
        return database.transaction(connection -> {
            var seen = sessions.find(connection, session);
            if (seen.isEmpty() || !isOpen(connection, seen.get(), by, operation)) return new No(Why.NO_SUCH_SESSION);
            look.lock(
                    connection,
                    seen.get().teacher().id(),
                    seen.get().parts().stream().map(ClassSession.Part::resource).toList());
            var now = sessions.lock(connection, session).orElseThrow();
            if (now.isOver(clock.instant())) return new No(Why.OVER);
            return now.state().isLive() ? work.on(connection, now) : new No(Why.NOT_NOW);
        });
    }

    /** A substitute holds the sessions of that day, and does nothing else to them. */
    private boolean isOpen(Connection connection, ClassSession session, Caller by, Operation operation)
            throws SQLException {
        var owner = new Owner(Optional.of(session.site()), session.teacher().account());
        return by.may(operation, owner)
                || operation == Operation.HOLD_SESSION
                        && acting.isFor(
                                connection, by.account(), session.teacher().id(), session.day());
    }

    /** Whatever has become of it. Who may see it is decided by the address it stands in. */
    public Optional<ClassSession> find(long session) {
        return database.read(connection -> sessions.find(connection, session));
    }

    /** What happened to it, in order. */
    public List<SessionEvent> history(long session) {
        return database.read(connection -> sessions.events(connection, session));
    }

    /**
     * All sessions of who asks from a day on, whatever has become of them, in order. Whoever was only in the roster until now, and
     * for whom the library has booked, is known by their account from now on.
     */
    public List<ClassSession> own(LocalDate from, Caller by) {
        var self = self(by);
        return database.transaction(
                connection -> sessions.ofTeacher(connection, teachers.ofAccount(connection, by.account(), self), from));
    }

    /** The week of a day at a site. */
    public BookingWeek week(String site, LocalDate day) {
        var monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
        return database.read(connection -> {
            var timetable = timetables.now(connection, site);
            var days = monday.datesUntil(monday.plusDays(7))
                    .filter(each -> each.isBefore(monday.plusDays(5))
                            || timetable.typeOn(each).isPresent())
                    .toList();
            var live = sessions.live(connection, site, monday, monday.plusDays(6));
            var used = live.stream()
                    .flatMap(session -> session.parts().stream())
                    .map(ClassSession.Part::resource)
                    .distinct()
                    .toList();
            var shown = look.resources(connection, site).stream()
                    .filter(resource -> !resource.retired() || used.contains(resource.id()))
                    .toList();
            return new BookingWeek(timetable, days, shown, live);
        });
    }

    /** Teachers in a site's roster, by name, for whom the library can book; numbers are those of people who borrow. */
    public List<SessionTeacher> roster(String site, Caller by) {
        if (!by.may(Operation.OVERRIDE_BOOKING, Owner.site(site))) return List.of();
        return database.read(connection -> teachers.roster(connection, site));
    }

    /** Number by which wishes name somebody of the roster. @param patron one of {@link #roster} */
    public OptionalLong teacher(long patron, String site, Caller by) {
        if (roster(site, by).stream().noneMatch(known -> known.patron().equals(OptionalLong.of(patron))))
            return OptionalLong.empty();
        return OptionalLong.of(database.transaction(connection -> teachers.ofPatron(connection, patron)));
    }
}

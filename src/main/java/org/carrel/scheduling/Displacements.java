package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.ClassSession.Kind;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.Displaced.GivenBack;
import org.carrel.scheduling.Displaced.NotTaken;
import org.carrel.scheduling.Displaced.Taken;
import org.carrel.scheduling.Displacement.Pushed;
import org.carrel.scheduling.Displacement.Unfit;
import org.carrel.scheduling.rules.Alternatives;
import org.carrel.scheduling.rules.BookingRules;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.Displacing;
import org.carrel.scheduling.store.HoldStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;

/**
 * Tests take what they need and push out sessions of classes; called off, they give it back (TS-1, B-29). Who may do so is decided by
 * the feature that asks. Locks are taken in the order of all that book: the timetable, teachers, resources, sessions.
 */
@Door
public class Displacements {
    /** Alternatives of at most so many sessions are looked for: with more, nobody reads them. */
    private static final int MOST_LOOKED_UP = 60;

    private final Database database;
    private final Clock clock;
    private final OwnClasses people;
    private final KnownTimetables timetables;
    private final BookingLook look;
    private final BookingWriting writing;
    private final SessionStore sessions = new SessionStore();
    private final HoldStore holds = new HoldStore();
    private final TeacherStore teachers = new TeacherStore();

    @Inject
    public Displacements(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            OwnClasses people,
            @Any Instance<SessionWatch> watches) {
        this(database, clock, calendars, people, (Iterable<SessionWatch>) watches);
    }

    Displacements(
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

    /** Whom somebody is in the roster, asked before the transaction in which they take something. */
    public OptionalLong self(Caller by) {
        return people.self(by).map(patron -> OptionalLong.of(patron.id())).orElse(OptionalLong.empty());
    }

    /** What these would push out, with the nearest that each of those can have instead. @param wishes of one site */
    public Displacement plan(List<SessionWish> wishes, Caller by) {
        if (wishes.isEmpty()) return new Displacement(List.of(), List.of());
        return database.read(connection -> {
            var timetable = timetables.now(connection, wishes.getFirst().site());
            var all = look(connection, wishes, timetable);
            var out = sessions.find(connection, all.out());
            var pushed = new ArrayList<Pushed>();
            var taken = all.known().and(all.held());
            for (var session : out) {
                var instead = pushed.size() < MOST_LOOKED_UP
                        ? instead(connection, session, timetable, taken, all.out())
                        : List.<SessionWish>of();
                pushed.add(new Pushed(session, instead));
            }
            return new Displacement(all.unfit(), pushed);
        });
    }

    /** @param held what the tests would hold */
    private record Looked(
            List<Unfit> unfit, Set<Long> out, List<Displacing.Result> results, Known known, List<HeldSpan> held) {}

    private Looked look(Connection connection, List<SessionWish> wishes, Timetable timetable) throws SQLException {
        var days = wishes.stream().map(SessionWish::day).sorted().toList();
        // Times on either side are looked at too, for those who have to go.
        var known = look.of(
                connection,
                wishes.getFirst().site(),
                timetable,
                0,
                days.getFirst().minusDays(2L * Alternatives.DAYS),
                days.getLast().plusDays(3L * Alternatives.DAYS));
        var kinds = kinds(connection, known);
        var unfit = new ArrayList<Unfit>();
        var out = new TreeSet<Long>();
        var results = new ArrayList<Displacing.Result>();
        var held = new ArrayList<HeldSpan>();
        for (var wish : wishes) {
            var result = Displacing.of(wish, 0, known, session -> kinds.get(session) == Kind.RESEARCH);
            results.add(result);
            out.addAll(result.out());
            if (!result.outcome().isFree())
                unfit.add(new Unfit(wish, result.outcome().reasons()));
            result.outcome()
                    .lanes()
                    .forEach(lane -> held.add(
                            new HeldSpan(lane.resource(), lane.lane(), lane.span(), OptionalLong.of(0), 0, 1)));
        }
        return new Looked(unfit, out, results, known, held);
    }

    private Map<Long, Kind> kinds(Connection connection, Known known) throws SQLException {
        var ids = new TreeSet<Long>();
        known.held().values().forEach(all -> all.forEach(held -> held.session().ifPresent(ids::add)));
        return sessions.kinds(connection, ids);
    }

    private List<SessionWish> instead(
            Connection connection, ClassSession session, Timetable timetable, Known taken, Set<Long> out)
            throws SQLException {
        var bare =
                look.of(connection, session.site(), timetable, session.teacher().id(), session.day(), session.day());
        // What others who go have now is free, too, but for the tests; each is shown the same.
        var rest = new HashMap<Long, List<HeldSpan>>();
        taken.held()
                .forEach((resource, all) -> rest.put(
                        resource,
                        all.stream()
                                .filter(held -> held.session().isEmpty()
                                        || !out.contains(held.session().getAsLong()))
                                .toList()));
        var known = new Known(bare.now(), timetable, bare.resources(), bare.policies(), rest, bare.own(), bare.terms());
        var wish = session.wish(session.request());
        var ask = new Ask(
                Booker.LIBRARIAN,
                wish,
                OptionalLong.of(session.id()),
                session.teacher().id(),
                true);
        var against = BookingRules.of(ask, known).reasons();
        return Alternatives.find(ask, known, against).stream()
                .map(Alternatives.Found::wish)
                .toList();
    }

    /**
     * Takes it all, or nothing.
     *
     * @param seen numbers of the sessions that who asks knows will go
     * @param roster whom who asks is in the roster: {@link #self}
     * @param why is told to those who have to go, at most {@link Bookings#LONGEST_WHY} characters
     */
    public Displaced take(
            Connection connection, List<SessionWish> wishes, Set<Long> seen, String why, Caller by, OptionalLong roster)
            throws SQLException {
        var site = wishes.getFirst().site();
        var timetable = timetables.shared(connection, site);
        var self = teachers.ofAccount(connection, by.account(), roster);
        var known = sessions.find(connection, seen);
        lock(connection, self, known, BookingLook.wanted(wishes));
        var looked = look(connection, wishes, timetable);
        if (!looked.unfit().isEmpty() || !looked.out().equals(seen)) return new NotTaken();
        var before = sessions.lock(connection, seen);
        for (var session : before) holds.give(connection, session.id());
        var teacher = teachers.find(connection, self).orElseThrow();
        var tests = new ArrayList<ClassSession>();
        var out = new ArrayList<ClassSession>();
        for (var i = 0; i < wishes.size(); i++) {
            var result = looked.results().get(i);
            holds.withdraw(connection, result.outcome().lanes());
            var test = writing.insert(
                    connection,
                    new BookingWriting.New(
                            Kind.TESTING,
                            wishes.get(i),
                            result.outcome(),
                            teacher,
                            OptionalLong.empty(),
                            Optional.empty(),
                            OptionalLong.of(by.account()),
                            ""),
                    looked.known().resources());
            tests.add(test);
            for (var session : before) {
                if (!result.out().contains(session.id()) || out.stream().anyMatch(gone -> gone.id() == session.id()))
                    continue;
                var after = new SessionCopy(session)
                        .state(State.DISPLACED, why, OptionalLong.of(test.id()), clock.instant());
                out.add(writing.end(
                        connection, session, after, SessionEvent.Kind.DISPLACED, OptionalLong.of(by.account())));
            }
        }
        return new Taken(tests, out);
    }

    private void lock(Connection connection, long self, Collection<ClassSession> others, Collection<Long> wanted)
            throws SQLException {
        var all = new TreeSet<Long>();
        all.add(self);
        others.forEach(session -> all.add(session.teacher().id()));
        for (var teacher : all) teachers.lock(connection, teacher);
        var things = new LinkedHashSet<>(wanted);
        others.forEach(session -> session.parts().forEach(part -> things.add(part.resource())));
        look.lockResources(connection, things);
    }

    /**
     * Calls tests off: what they pushed out has again what it had, where that is free. Those that are over stay.
     *
     * @param tests numbers of testing sessions of one site
     * @param why empty for none
     */
    public GivenBack give(Connection connection, Collection<Long> tests, String why, Caller by) throws SQLException {
        var seen = sessions.find(connection, tests);
        if (seen.isEmpty()) return new GivenBack(List.of(), List.of());
        var timetable = timetables.shared(connection, seen.getFirst().site());
        var displaced = sessions.displacedBy(connection, tests);
        var all = new ArrayList<>(seen);
        all.addAll(displaced);
        lock(connection, seen.getFirst().teacher().id(), all, List.of());
        var now = clock.instant();
        var actor = OptionalLong.of(by.account());
        var numbers = all.stream().map(ClassSession::id).toList();
        var locked = sessions.lock(connection, numbers);
        for (var test : locked) {
            if (test.kind() != Kind.TESTING || !test.state().isLive() || test.isOver(now)) continue;
            var after = new SessionCopy(test).state(State.CANCELLED, why, OptionalLong.empty(), now);
            writing.end(connection, test, after, SessionEvent.Kind.CANCELLED, actor);
        }
        var restored = new ArrayList<ClassSession>();
        var left = new ArrayList<ClassSession>();
        for (var session : locked) {
            if (session.state() != State.DISPLACED) continue;
            var again = restore(connection, session, timetable, actor);
            if (again.isPresent()) restored.add(again.get());
            else left.add(session);
        }
        return new GivenBack(restored, left);
    }

    private Optional<ClassSession> restore(
            Connection connection, ClassSession session, Timetable timetable, OptionalLong actor) throws SQLException {
        var now = clock.instant();
        if (session.isOver(now)) return Optional.empty();
        var wish = session.wish(session.request());
        var known = look.of(connection, wish, timetable, session.teacher().id());
        var ask = new Ask(
                Booker.LIBRARIAN,
                wish,
                OptionalLong.of(session.id()),
                session.teacher().id(),
                true);
        var outcome = BookingRules.of(ask, known);
        if (!outcome.isFree()) return Optional.empty();
        var state = wasApproved(connection, session) ? State.BOOKED : State.REQUESTED;
        var after = new SessionCopy(session).state(state, "", OptionalLong.empty(), now);
        return Optional.of(writing.restore(connection, session, after, outcome, actor));
    }

    /** Whether nobody had to approve it any more when it had to go. */
    private boolean wasApproved(Connection connection, ClassSession session) throws SQLException {
        return sessions.events(connection, session.id()).stream()
                .map(SessionEvent::kind)
                .filter(kind -> kind == SessionEvent.Kind.REQUESTED
                        || kind == SessionEvent.Kind.BOOKED
                        || kind == SessionEvent.Kind.APPROVED)
                .reduce((earlier, later) -> later)
                .filter(kind -> kind != SessionEvent.Kind.REQUESTED)
                .isPresent();
    }

    /** What these pushed out and has not got back, in the order of their times. */
    public List<ClassSession> out(Collection<Long> tests) {
        return database.read(connection -> sessions.displacedBy(connection, tests));
    }

    /** These, in the order of their times. */
    public List<ClassSession> sessions(Connection connection, Collection<Long> ids) throws SQLException {
        return sessions.find(connection, ids);
    }
}

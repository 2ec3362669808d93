package org.carrel.scheduling;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
import org.carrel.scheduling.rules.BookingRules;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.store.HoldStore;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * A thing is out of use for some periods: a cart is set up anew, a room is painted. It is held as for a session, with all that fit into
 * it, so that nobody books it meanwhile. Policies have no say; what somebody has booked already stands in its way. Locks are taken in
 * the order of all that book.
 */
@Door
public class Maintenance {
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
    public Maintenance(
            Database database,
            Clock clock,
            SchoolCalendar calendars,
            OwnClasses people,
            @Any Instance<SessionWatch> watches) {
        this(database, clock, calendars, people, (Iterable<SessionWatch>) watches);
    }

    /** @param watches told of every change */
    Maintenance(
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
     * Takes it out of use, or says what stands in the way. The same request again answers the same.
     *
     * @param wish its parts are what is out of use; its purpose says why
     */
    public BookingAnswer book(SessionWish wish, Caller by) {
        if (!mayAt(wish.site(), by)) return new Stopped(Why.NOT_ALLOWED);
        var self = people.self(by).map(patron -> OptionalLong.of(patron.id())).orElse(OptionalLong.empty());
        return database.transaction(connection -> book(connection, wish, by, self));
    }

    private static boolean mayAt(String site, Caller by) {
        return by.isOf(site) && by.may(Operation.BOOK_MAINTENANCE, Owner.site(site));
    }

    private BookingAnswer book(Connection connection, SessionWish wish, Caller by, OptionalLong self)
            throws SQLException {
        var timetable = timetables.shared(connection, wish.site());
        var teacher = teachers.ofAccount(connection, by.account(), self);
        look.lock(connection, teacher, BookingLook.wanted(List.of(wish)));
        var before = sessions.ofRequest(connection, wish.request());
        if (before.isPresent())
            return isOurs(before.get(), by) ? new Booked(before.get()) : new Stopped(Why.NOT_ALLOWED);
        holds.clear(connection, teacher, clock.instant());
        var known = look.of(connection, wish, timetable, teacher);
        var ask = new Ask(BookingLook.booker(by), wish, OptionalLong.empty(), teacher, true);
        var outcome = BookingRules.of(ask, known);
        if (!outcome.isFree()) return new Refused(outcome.reasons(), List.of());
        var made = new BookingWriting.New(
                Kind.MAINTENANCE,
                wish,
                outcome,
                teachers.find(connection, teacher).orElseThrow(),
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.of(by.account()),
                "");
        return new Booked(writing.insert(connection, made, known.resources()));
    }

    private static boolean isOurs(ClassSession session, Caller by) {
        return session.kind() == Kind.MAINTENANCE && mayAt(session.site(), by);
    }

    /** What is or will be out of use at a site, first and last day included, in the order of the day. */
    public List<ClassSession> list(String site, LocalDate first, LocalDate last, Caller by) {
        if (!mayAt(site, by)) return List.of();
        return database.read(connection -> sessions.live(connection, site, first, last).stream()
                .filter(session -> session.kind() == Kind.MAINTENANCE && !session.isOver(clock.instant()))
                .toList());
    }

    /** It can be used again, from now on: others can book what was held. */
    public SessionChange end(long session, Caller by) {
        return database.transaction(connection -> {
            var seen = sessions.find(connection, session).filter(known -> isOurs(known, by));
            if (seen.isEmpty()) return new No(Why.NO_SUCH_SESSION);
            look.lock(
                    connection,
                    seen.get().teacher().id(),
                    seen.get().parts().stream().map(ClassSession.Part::resource).toList());
            var before = sessions.lock(connection, session).orElseThrow();
            if (before.isOver(clock.instant())) return new No(Why.OVER);
            if (!before.state().isLive()) return new No(Why.NOT_NOW);
            var after = new SessionCopy(before).state(State.CANCELLED, "", OptionalLong.empty(), clock.instant());
            return new Done(
                    writing.end(connection, before, after, SessionEvent.Kind.CANCELLED, OptionalLong.of(by.account())));
        });
    }
}

package org.carrel.scheduling;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.scheduling.ClassSession.Kind;
import org.carrel.scheduling.ClassSession.Part;
import org.carrel.scheduling.ClassSession.State;
import org.carrel.scheduling.rules.BookingRules.Outcome;
import org.carrel.scheduling.store.HoldStore;
import org.carrel.scheduling.store.SessionStore;

/**
 * Writes sessions with what they hold, their history, and tells whoever has something to do. Every method joins the caller's
 * transaction, in which the teacher and the resources are locked.
 */
final class BookingWriting {
    private final Clock clock;
    private final Iterable<SessionWatch> watches;
    private final SessionStore sessions = new SessionStore();
    private final HoldStore holds = new HoldStore();

    BookingWriting(Clock clock, Iterable<SessionWatch> watches) {
        this.clock = clock;
        this.watches = watches;
    }

    /**
     * A new session.
     *
     * @param seriesDay of a session of the series
     * @param actor empty: the program itself
     * @param detail of its first event, as the reason of somebody who is not bound by policies; empty for none
     */
    record New(
            Kind kind,
            SessionWish wish,
            Outcome outcome,
            SessionTeacher teacher,
            OptionalLong series,
            Optional<LocalDate> seriesDay,
            OptionalLong actor,
            String detail) {}

    ClassSession insert(Connection connection, New made, Map<Long, BookingResource> resources) throws SQLException {
        var now = clock.instant();
        var wish = made.wish();
        var state = made.outcome().approval() ? State.REQUESTED : State.BOOKED;
        var session = new ClassSession(
                0,
                wish.site(),
                made.kind(),
                state,
                UUID.randomUUID(),
                0,
                made.teacher(),
                wish.about(),
                wish.day(),
                wish.first(),
                wish.last(),
                made.outcome().span().orElseThrow(),
                parts(wish, resources),
                made.series(),
                made.seriesDay(),
                OptionalLong.empty(),
                "",
                Optional.empty(),
                1,
                wish.request(),
                made.actor(),
                now,
                now);
        var id = sessions.insert(connection, session);
        holds.takeForSession(connection, id, made.outcome().lanes());
        var kind = state == State.REQUESTED ? SessionEvent.Kind.REQUESTED : SessionEvent.Kind.BOOKED;
        return told(connection, Optional.empty(), id, kind, made.actor(), made.detail());
    }

    static List<Part> parts(SessionWish wish, Map<Long, BookingResource> resources) {
        return wish.parts().stream()
                .map(part -> {
                    var of = Objects.requireNonNull(resources.get(part.resource()));
                    return new Part(
                            of.id(), of.kind(), of.nameEn(), of.nameEs(), of.device(), part.quantity(), part.alone());
                })
                .toList();
    }

    /** Another time, other parts, or about something else; what it held is given back and what it needs is taken. */
    ClassSession change(
            Connection connection,
            ClassSession before,
            ClassSession after,
            Outcome outcome,
            OptionalLong actor,
            String detail)
            throws SQLException {
        holds.give(connection, before.id());
        sessions.update(connection, after);
        holds.takeForSession(connection, before.id(), outcome.lanes());
        var moved = !before.day().equals(after.day())
                || before.first() != after.first()
                || before.last() != after.last()
                || !before.span().equals(after.span());
        if (!moved) return told(connection, Optional.of(before), before.id(), SessionEvent.Kind.CHANGED, actor, detail);
        var way = when(before) + " > " + when(after) + (detail.isEmpty() ? "" : ", " + detail);
        var told = way.length() > Bookings.LONGEST_WHY ? way.substring(0, Bookings.LONGEST_WHY) : way;
        return told(connection, Optional.of(before), before.id(), SessionEvent.Kind.MOVED, actor, told);
    }

    private static String when(ClassSession session) {
        return session.day() + " " + session.first() + "-" + session.last();
    }

    /** It holds nothing any more. @param after as {@link SessionCopy} makes it, in a state that is not live */
    ClassSession end(
            Connection connection, ClassSession before, ClassSession after, SessionEvent.Kind kind, OptionalLong actor)
            throws SQLException {
        holds.give(connection, before.id());
        sessions.update(connection, after);
        return told(connection, Optional.of(before), before.id(), kind, actor, after.why());
    }

    /** It was pushed out, and has again what it had. */
    ClassSession restore(
            Connection connection, ClassSession before, ClassSession after, Outcome outcome, OptionalLong actor)
            throws SQLException {
        sessions.update(connection, after);
        holds.takeForSession(connection, before.id(), outcome.lanes());
        return told(connection, Optional.of(before), before.id(), SessionEvent.Kind.RESTORED, actor, "");
    }

    /** Something of it that touches nothing it holds. */
    ClassSession mark(
            Connection connection,
            ClassSession before,
            ClassSession after,
            SessionEvent.Kind kind,
            OptionalLong actor,
            String detail)
            throws SQLException {
        sessions.update(connection, after);
        return told(connection, Optional.of(before), before.id(), kind, actor, detail);
    }

    private ClassSession told(
            Connection connection,
            Optional<ClassSession> before,
            long id,
            SessionEvent.Kind kind,
            OptionalLong actor,
            String detail)
            throws SQLException {
        var event = new SessionEvent(now(), kind, actor, detail);
        sessions.note(connection, id, event);
        var session = sessions.find(connection, id).orElseThrow();
        for (var watch : watches) watch.changed(connection, before, session, event);
        return session;
    }

    private Instant now() {
        return clock.instant();
    }
}

package org.carrel.sessions;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.ClassSession.Kind;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.sessions.store.SignStore;

/**
 * What a sign at a door or a desk says, and what a kiosk offers first: what is on now and what comes next today. Who teaches and which
 * class it is are said only where the school wants it; nothing else about people ever is.
 */
@Door
public class Signs {
    private final Database database;
    private final Clock clock;
    private final Bookings bookings;
    private final BookingResources resources;
    private final SchoolCalendar calendars;
    private final SignStore store = new SignStore();

    @Inject
    public Signs(
            Database database, Clock clock, Bookings bookings, BookingResources resources, SchoolCalendar calendars) {
        this.database = database;
        this.clock = clock;
        this.bookings = bookings;
        this.resources = resources;
        this.calendars = calendars;
    }

    /**
     * A session as a sign tells it.
     *
     * @param topic empty for none
     * @param who the class, or the teacher; empty where the school does not want it
     * @param places where it is, in English and in Spanish; empty on the sign of one thing
     */
    public record Entry(
            Instant starts,
            Instant ends,
            boolean testing,
            boolean closed,
            String topic,
            String who,
            List<Place> places) {}

    /** Something that is booked. */
    public record Place(String nameEn, String nameEs) {}

    /** @param of what it is the sign of; empty: of the whole library @param next today's, in order */
    public record Sign(Optional<BookingResource> of, List<Entry> now, List<Entry> next) {}

    /**
     * The sign.
     *
     * @param site code
     * @param resource number of the thing; empty: of the whole library
     * @return empty when the site has no such thing
     */
    public Optional<Sign> of(String site, OptionalLong resource) {
        var thing = resource.isEmpty()
                ? Optional.<BookingResource>empty()
                : resources
                        .find(resource.getAsLong())
                        .filter(found -> found.site().equals(site) && !found.retired());
        if (resource.isPresent() && thing.isEmpty()) return Optional.empty();
        var now = clock.instant();
        var names = names(site);
        var today = today(site, now).stream()
                .filter(session -> thing.isEmpty()
                        || session.parts().stream()
                                .anyMatch(part -> part.resource() == thing.get().id()))
                .filter(session -> !session.isOver(now))
                .toList();
        return Optional.of(new Sign(
                thing,
                today.stream()
                        .filter(session -> session.span().holds(now))
                        .map(session -> entry(session, names, thing.isEmpty()))
                        .toList(),
                today.stream()
                        .filter(session -> session.span().starts().isAfter(now))
                        .map(session -> entry(session, names, thing.isEmpty()))
                        .toList()));
    }

    private List<ClassSession> today(String site, Instant now) {
        var day = calendars.of(site).today(now);
        return bookings.days(site, day, day);
    }

    private static Entry entry(ClassSession session, boolean names, boolean places) {
        var about = session.about();
        var who = about.className().isEmpty() ? session.teacher().name() : about.className();
        var isClass = session.kind() == Kind.RESEARCH;
        return new Entry(
                session.span().starts(),
                session.span().ends(),
                session.kind() == Kind.TESTING,
                session.kind() == Kind.MAINTENANCE,
                isClass ? about.topic() : "",
                names && isClass ? who : "",
                places
                        ? session.parts().stream()
                                .filter(part -> part.kind().isPlace())
                                .map(part -> new Place(part.nameEn(), part.nameEs()))
                                .toList()
                        : List.of());
    }

    /** Topics of the classes that are there at this moment, each once: their books are wanted first. @param site code */
    public List<Entry> topicsNow(String site) {
        var now = clock.instant();
        var names = names(site);
        return today(site, now).stream()
                .filter(session -> session.kind() == Kind.RESEARCH)
                .filter(session ->
                        session.span().holds(now) && !session.about().topic().isBlank())
                .map(session -> entry(session, names, false))
                .toList();
    }

    /** Whether signs of the site say who teaches, and which class it is. */
    public boolean names(String site) {
        return database.read(connection -> store.names(connection, site));
    }

    /** False when the site is not within reach. */
    public boolean setNames(String site, boolean names, Caller by) {
        if (!by.may(Operation.OVERRIDE_BOOKING, Owner.site(site))) return false;
        database.transaction(connection -> {
            store.setNames(connection, site, names);
            return true;
        });
        return true;
    }
}

package org.carrel.lists;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.carrel.lists.store.ReadingListStore;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;
import org.carrel.sessions.BookList;
import org.carrel.sessions.SessionBooks;

/** Lists that classes work with: offered first in their hour, and put on the cart by a tap. Only what is published is attached. */
@Door
public class SessionLists {
    private final Database database;
    private final Clock clock;
    private final Bookings bookings;
    private final SchoolCalendar calendars;
    private final SessionBooks books;
    private final ReadingLists reading;
    private final ReadingListStore lists = new ReadingListStore();

    @Inject
    public SessionLists(
            Database database,
            Clock clock,
            Bookings bookings,
            SchoolCalendar calendars,
            SessionBooks books,
            ReadingLists reading) {
        this.database = database;
        this.clock = clock;
        this.bookings = bookings;
        this.calendars = calendars;
        this.books = books;
        this.reading = reading;
    }

    private static boolean mayChange(ClassSession session, Caller by) {
        return by.may(
                Operation.BOOK_SESSION,
                new Owner(Optional.of(session.site()), session.teacher().account()));
    }

    /** The published lists of a session, by title. */
    public List<ReadingList> of(long session) {
        return database.read(connection -> lists.ofSessions(connection, List.of(session)));
    }

    /** Lists of the classes that are there at this moment: they are wanted first. @param site code */
    public List<ReadingList> now(String site) {
        var now = clock.instant();
        var day = calendars.of(site).today(now);
        var on = bookings.days(site, day, day).stream()
                .filter(session -> session.kind() == ClassSession.Kind.RESEARCH
                        && session.state() == ClassSession.State.BOOKED
                        && session.span().holds(now))
                .map(ClassSession::id)
                .toList();
        return database.read(connection -> lists.ofSessions(connection, on));
    }

    /** What could be attached to a session by who asks, by title: published, for its school or for all, and not attached yet. */
    public List<ReadingList> choices(long session, Caller by) {
        var known = bookings.find(session).filter(found -> mayChange(found, by));
        if (known.isEmpty()) return List.of();
        var attached = of(session).stream().map(ReadingList::id).toList();
        return database.read(lists::all).stream()
                .filter(isFor(known.get()))
                .filter(list -> !attached.contains(list.id()))
                .toList();
    }

    private static Predicate<ReadingList> isFor(ClassSession session) {
        return list ->
                list.isPublished() && list.site().map(session.site()::equals).orElse(true);
    }

    /** False when there is no such session of who asks, or no such published list for its school. */
    public boolean attach(long session, long list, Caller by) {
        var known = bookings.find(session).filter(found -> mayChange(found, by));
        if (known.isEmpty()) return false;
        return database.transaction(connection -> {
            if (lists.lock(connection, list).filter(isFor(known.get())).isEmpty()) return false;
            lists.attach(connection, session, list);
            return true;
        });
    }

    /** False when there is no such session of who asks. What is not attached stays so. */
    public boolean detach(long session, long list, Caller by) {
        var known = bookings.find(session).filter(found -> mayChange(found, by));
        if (known.isEmpty()) return false;
        database.transaction(connection -> {
            lists.detach(connection, session, list);
            return true;
        });
        return true;
    }

    /**
     * One copy of each title of an attached list is wanted on the cart; a title that is wanted already stays as it is.
     *
     * @return false when it is not attached, or the session is over or not of who asks
     */
    public boolean putOnCart(long session, long list, Caller by) {
        var attached = of(session).stream().filter(one -> one.id() == list).findFirst();
        var wanted = books.of(session);
        if (attached.isEmpty() || wanted.isEmpty()) return false;
        var there = wanted.get().wanted().stream().map(BookList.Wanted::bib).toList();
        var copies = new LinkedHashMap<Long, Integer>();
        reading.entries(list).stream()
                .filter(entry -> entry.listed() && entry.bib().isPresent())
                .map(entry -> entry.bib().getAsLong())
                .filter(bib -> !there.contains(bib))
                .forEach(bib -> copies.put(bib, 1));
        return books.set(session, copies, by);
    }
}

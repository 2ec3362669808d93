package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.rules.BookingRules;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.store.SessionStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/** What other programs ask besides booking: what is free, which sessions there are, and who is meant by a name. */
@Door
public class SessionLists {
    /** Most days that are looked at in one go. */
    public static final int MOST_DAYS = 31;

    private static final SessionFacts NOTHING = new SessionFacts(OptionalLong.empty(), "", "", 0, "", "", "", 0);
    /** Nobody: quotas of no teacher count. */
    private static final long NO_TEACHER = 0;

    private final Database database;
    private final KnownTimetables timetables;
    private final BookingLook look;
    private final SessionStore sessions = new SessionStore();
    private final TeacherStore teachers = new TeacherStore();

    @Inject
    public SessionLists(Database database, Clock clock, SchoolCalendar calendars) {
        this.database = database;
        this.timetables = new KnownTimetables(calendars);
        this.look = new BookingLook(clock, calendars);
    }

    /**
     * When things of a site can be had by who asks, period by period, by the rules that book.
     *
     * @param first, last days of the site, both included, at most {@link #MOST_DAYS}
     * @param resource only this one; empty: all that can be booked
     */
    public List<FreePeriod> free(String site, LocalDate first, LocalDate last, OptionalLong resource, Caller by) {
        if (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS)))
            throw new IllegalArgumentException("Not some days: " + first + ", " + last);
        return database.read(connection -> {
            var timetable = timetables.now(connection, site);
            var known = look.of(connection, site, timetable, NO_TEACHER, first, last);
            var things = known.resources().values().stream()
                    .filter(thing -> !thing.retired())
                    .filter(thing -> resource.isEmpty() || resource.getAsLong() == thing.id())
                    .sorted((one, other) -> Long.compare(one.id(), other.id()))
                    .toList();
            var found = new ArrayList<FreePeriod>();
            for (var day : first.datesUntil(last.plusDays(1)).toList())
                for (var period : timetable.periodsOn(day))
                    for (var thing : things) found.add(free(thing, day, period, known, by));
            return found;
        });
    }

    private static FreePeriod free(BookingResource thing, LocalDate day, BellPeriod period, Known known, Caller by) {
        var wish = new SessionWish(
                thing.site(),
                day,
                period.number(),
                period.number(),
                OptionalLong.empty(),
                NOTHING,
                List.of(new PartWish(thing.id(), 1, false)),
                new UUID(0, 0));
        var ask = new Ask(BookingLook.booker(by), wish, OptionalLong.empty(), NO_TEACHER, false);
        var outcome = BookingRules.of(ask, known);
        return new FreePeriod(
                thing,
                day,
                period,
                known.timetable().span(day, period.number(), period.number()).orElseThrow(),
                outcome.reasons().stream().map(PartReason::reason).toList());
    }

    /** Sessions that who asks has booked, of days of the site, first and last included, whatever has become of them. */
    public List<ClassSession> bookedBy(LocalDate first, LocalDate last, Caller by) {
        return database.read(connection -> sessions.bookedBy(connection, by.account(), first, last));
    }

    /** The same of a teacher, at a site where who asks may book for them. @param teacher as {@link #teacher} tells it */
    public List<ClassSession> ofTeacher(long teacher, String site, LocalDate first, LocalDate last, Caller by) {
        if (!by.may(Operation.BOOK_SESSION, Owner.site(site))) return List.of();
        return database.read(connection -> sessions.ofTeacher(connection, teacher, first)).stream()
                .filter(session -> session.site().equals(site) && !session.day().isAfter(last))
                .toList();
    }

    /**
     * Who is meant by a user name, a mail address or the id of a roster, among those for whom who asks may book at a site.
     *
     * @return the number by which wishes name them; empty for nobody, and where several are called so
     */
    public OptionalLong teacher(String name, String site, Caller by) {
        if (name.isBlank() || !by.may(Operation.BOOK_SESSION, Owner.site(site))) return OptionalLong.empty();
        var plain = name.strip();
        return database.transaction(connection -> {
            var patrons = teachers.patronsNamed(connection, plain, site);
            if (patrons.size() > 1) return OptionalLong.empty();
            var patron = patrons.stream().mapToLong(Long::longValue).findFirst();
            var account = teachers.accountNamed(connection, plain.toLowerCase(Locale.ROOT), site);
            if (account.isPresent()) return OptionalLong.of(teachers.ofAccount(connection, account.get(), patron));
            return patron.isPresent()
                    ? OptionalLong.of(teachers.ofPatron(connection, patron.getAsLong()))
                    : OptionalLong.empty();
        });
    }

    /** A session of a site where who asks may book for its teacher. */
    public Optional<ClassSession> find(long session, Caller by) {
        return database.read(connection -> sessions.find(connection, session))
                .filter(known -> by.may(
                        Operation.BOOK_SESSION,
                        new Owner(Optional.of(known.site()), known.teacher().account())));
    }
}

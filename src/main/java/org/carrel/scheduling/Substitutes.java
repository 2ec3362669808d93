package org.carrel.scheduling;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.Database;
import org.carrel.platform.Door;
import org.carrel.scheduling.store.ActingStore;
import org.carrel.scheduling.store.TeacherStore;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.Caller;
import org.carrel.security.Operation;
import org.carrel.security.Owner;

/**
 * Who stands in for a teacher sees the sessions of those days and says that the class has come, and can do nothing else: not book, not
 * change, not call off. What is written stays in the teacher's name.
 */
@Door
public class Substitutes {
    /** Longest time, in days. */
    public static final int MOST_DAYS = 200;

    private final Database database;
    private final Clock clock;
    private final SchoolCalendar calendars;
    private final ActingStore store = new ActingStore();
    private final TeacherStore teachers = new TeacherStore();

    @Inject
    public Substitutes(Database database, Clock clock, SchoolCalendar calendars) {
        this.database = database;
        this.clock = clock;
        this.calendars = calendars;
    }

    /** Why nobody stands in. */
    public enum Problem {
        NOT_ALLOWED,
        /** There is no such teacher at the site. */
        NO_TEACHER,
        /** There is no such account of staff at the site. */
        NO_ACCOUNT,
        /** The last day is before the first, past, or too far away. */
        NO_DAYS
    }

    /** Somebody who can stand in. */
    public record Account(long id, String name) {}

    /**
     * From now on this account has the sessions of this teacher on these days.
     *
     * @param patron number of the teacher in the roster, as {@link Bookings#roster} tells it
     * @return what is wrong; nothing when it is kept
     */
    public List<Problem> add(String site, long patron, long account, LocalDate from, LocalDate to, Caller by) {
        if (!by.may(Operation.OVERRIDE_BOOKING, Owner.site(site))) return List.of(Problem.NOT_ALLOWED);
        if (to.isBefore(from) || to.isBefore(today(site)) || to.isAfter(from.plusDays(MOST_DAYS)))
            return List.of(Problem.NO_DAYS);
        return database.transaction(connection -> {
            var known = teachers.roster(connection, site).stream()
                    .filter(teacher -> teacher.patron().stream().anyMatch(number -> number == patron))
                    .findFirst();
            if (known.isEmpty()) return List.of(Problem.NO_TEACHER);
            var accounts = store.accounts(connection, site);
            var who = accounts.stream().filter(one -> one.id() == account).findFirst();
            if (who.isEmpty()) return List.of(Problem.NO_ACCOUNT);
            var teacher = teachers.find(connection, teachers.ofPatron(connection, patron))
                    .orElseThrow();
            store.insert(
                    connection,
                    new ActingTeacher(0, site, teacher, account, who.get().name(), from, to),
                    by.account(),
                    clock.instant());
            return List.of();
        });
    }

    private LocalDate today(String site) {
        return calendars.of(site).today(clock.instant());
    }

    /** Stands in no longer. False for what is not within reach. */
    public boolean end(long acting, Caller by) {
        return database.transaction(connection -> {
            var known = store.find(connection, acting)
                    .filter(one -> by.may(Operation.OVERRIDE_BOOKING, Owner.site(one.site())));
            if (known.isEmpty()) return false;
            store.end(connection, acting, clock.instant());
            return true;
        });
    }

    /** Who stands in at a site today or later. */
    public List<ActingTeacher> list(String site, Caller by) {
        if (!by.may(Operation.OVERRIDE_BOOKING, Owner.site(site))) return List.of();
        return database.read(connection -> store.list(connection, site, today(site)));
    }

    /** Who can stand in at a site. */
    public List<Account> accounts(String site, Caller by) {
        if (!by.may(Operation.OVERRIDE_BOOKING, Owner.site(site))) return List.of();
        return database.read(connection -> store.accounts(connection, site)).stream()
                .map(one -> new Account(one.id(), one.name()))
                .toList();
    }

    /** Sessions that who asks has for somebody else, from today on, in order. */
    public List<ClassSession> sessions(Caller by) {
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        return database.read(connection -> store.sessions(connection, by.account(), today)).stream()
                .filter(session -> by.isOf(session.site()))
                .toList();
    }
}

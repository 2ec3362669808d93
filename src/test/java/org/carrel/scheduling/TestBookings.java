package org.carrel.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.carrel.circulation.LoanGuard;
import org.carrel.circulation.TestDesk;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.platform.Sql;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/**
 * A site of its own with a timetable, on a Wednesday in October 2026: A and B days in turn, Fridays early, bells of seven periods. It
 * stands beside the running product and uses the same database.
 */
public final class TestBookings implements AutoCloseable {
    public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    /** The day it is. */
    public static final LocalDate TODAY = LocalDate.of(2026, 10, 14);
    /** A day of school that is far enough away for usual policies. */
    public static final LocalDate MONDAY = LocalDate.of(2026, 10, 19);

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String TYPES = """
            type, A, A day
            type, B, B day
            type, EARLY, Early release
            """;

    public final TestDesk desk;
    public final Timetables timetables;
    public final BookingResources resources;
    public final Bookings bookings;
    public final Displacements displacements;

    private TestBookings(TestDesk desk, List<SessionWatch> watches) {
        this.desk = desk;
        timetables = new Timetables(desk.database, desk.clock, desk.calendar, desk.audit);
        resources = new BookingResources(desk.database, desk.clock);
        bookings = new Bookings(
                desk.database, desk.clock, desk.calendar, new OwnClasses(desk.database, desk.clock), watches);
        displacements = new Displacements(
                desk.database, desk.clock, desk.calendar, new OwnClasses(desk.database, desk.clock), watches);
    }

    public static TestBookings open() {
        return open(List.of());
    }

    public static TestBookings open(List<SessionWatch> watches) {
        return open(watches, desk -> List.of());
    }

    /** @param guards of those who know more of some copies */
    public static TestBookings open(List<SessionWatch> watches, Function<TestDesk, List<LoanGuard>> guards) {
        var all = new TestBookings(TestDesk.open(guards), watches);
        all.load(TYPES + bells("A", 45, 7) + bells("B", 45, 7) + bells("EARLY", 30, 5)
                + "days, 2026-10-12, 2027-01-29, A B, Mon-Thu\ndays, 2026-10-12, 2027-01-29, EARLY, Fri\n");
        return all;
    }

    /** Bookings of the running product, made from beside it. */
    public static Bookings beside(Database database, Clock clock, AuditTrail audit) {
        return new Bookings(
                database,
                clock,
                new SchoolCalendar(database, clock, audit),
                new OwnClasses(database, clock),
                List.<SessionWatch>of());
    }

    /** What the desk of a school tells its sessions. */
    public static SessionDesk sessionDesk(TestDesk desk) {
        return new SessionDesk(desk.clock, List.of());
    }

    /** Lines of bells from 8:10 on, five minutes between periods. */
    public static String bells(String type, int minutes, int periods) {
        var lines = new StringBuilder();
        SampleDays.bells(TODAY, "8:10", minutes, periods)
                .periods()
                .forEach(period -> lines.append("bell, %s, %d, %s, %s, %s, 2026-08-01%n"
                        .formatted(type, period.number(), period.name(), period.starts(), period.ends())));
        return lines.toString();
    }

    public void load(String lines) {
        var problems = timetables.load(desk.site, lines, desk.technician().account());
        if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
    }

    /** Somebody who signs in at this site and of whom no other test knows. */
    public Caller somebody(Role role) {
        var made = Staff.another(role).caller();
        return new Caller(made.account(), made.username(), made.displayName(), role, Optional.of(desk.site));
    }

    public Caller teacher() {
        return somebody(Role.TEACHER);
    }

    public Caller librarian() {
        return somebody(Role.LIBRARIAN);
    }

    /** A part of the library for so many classes. */
    public long zone(int classes, int seats) {
        return resource(bare(Kind.ZONE, classes, OptionalInt.of(seats)));
    }

    /** Something for one class at once. */
    public long one(Kind kind) {
        return resource(bare(kind, 1, OptionalInt.empty()));
    }

    /** @return its number */
    public long resource(BookingResource resource) {
        var problems = resources.save(resource, librarian());
        if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
        return resources.list(desk.site).stream()
                .filter(known -> known.nameEn().equals(resource.nameEn()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** One that is not kept yet, without time to make ready. */
    public BookingResource bare(Kind kind, int classes, OptionalInt seats) {
        return new BookingResource(
                0,
                desk.site,
                kind,
                kind + " " + NEXT.incrementAndGet(),
                "",
                classes,
                seats,
                Duration.ZERO,
                Duration.ZERO,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false);
    }

    /** A class of 24 wants these things in one period. */
    public SessionWish wish(LocalDate day, int period, long... things) {
        return wish(day, period, period, things);
    }

    public SessionWish wish(LocalDate day, int first, int last, long... things) {
        return new SessionWish(
                desk.site,
                day,
                first,
                last,
                OptionalLong.empty(),
                new SessionFacts(
                        OptionalLong.empty(), "Grade 5, Chen", "5", 24, "Science", "Find sources", "volcanoes", 0),
                java.util.Arrays.stream(things)
                        .mapToObj(thing -> new PartWish(thing, 24, false))
                        .toList(),
                UUID.randomUUID());
    }

    /** Booked, or the test is wrong. */
    public ClassSession booked(SessionWish wish, Caller by) {
        var answer = bookings.book(wish, Optional.empty(), by);
        if (answer instanceof BookingAnswer.Booked booked) return booked.session();
        throw new IllegalStateException(answer.toString());
    }

    /** A session of next week at a site that there is, of a librarian of whom nobody else knows. @return its number */
    public static long sessionAt(String site) {
        try (var all = new TestBookings(TestDesk.open(), List.of())) {
            var actor = Staff.another(Role.LIBRARIAN).caller().account();
            return all.desk.database.transaction(connection -> {
                Sql.update(
                        connection,
                        "insert into session_teacher (account_id) values (?) on duplicate key update id = last_insert_id(id)",
                        actor);
                Sql.update(connection, """
                        insert into class_session (site_id, state, uid, teacher_id, heads, on_date, first_period, last_period,
                            starts_at, ends_at, request_id, booked_by, booked_at, changed_at)
                        select id, 'booked', uuid(), last_insert_id(), 20, '2026-12-14', 1, 1, '2026-12-14 14:10', '2026-12-14 14:55',
                            uuid(), ?, utc_timestamp(3), utc_timestamp(3) from site where code = ?
                        """, actor, site);
                return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                        .orElseThrow();
            });
        }
    }

    /** A series at a site that there is, of a librarian of whom nobody else knows. @return its number */
    public static long seriesAt(String site) {
        var session = sessionAt(site);
        try (var all = new TestBookings(TestDesk.open(), List.of())) {
            var wish = new SessionWish(
                    site,
                    LocalDate.of(2026, 12, 14),
                    1,
                    1,
                    OptionalLong.empty(),
                    new SessionFacts(OptionalLong.empty(), "", "", 20, "", "", "", 0),
                    List.of(),
                    UUID.randomUUID());
            return all.desk.database.transaction(connection -> {
                Sql.update(connection, """
                        insert into session_series (site_id, teacher_id, wish, recurrence, first_on, last_on, made_at, request_id)
                        select site_id, teacher_id, ?, 'days 1', on_date, on_date, utc_timestamp(3), uuid() from class_session
                        where id = ?
                        """, WishJson.write(wish), session);
                return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                        .orElseThrow();
            });
        }
    }

    /** Number of rows of what holds things at this site. */
    public long holds() {
        return desk.number(
                "select count(*) from resource_hold h join booking_resource r on r.id = h.resource_id join site s on s.id = r.site_id "
                        + "where s.code = ? and h.session_id is not null",
                desk.site);
    }

    public Clock clock() {
        return desk.clock;
    }

    @Override
    public void close() {
        desk.close();
    }
}

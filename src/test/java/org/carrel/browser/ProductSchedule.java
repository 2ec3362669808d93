package org.carrel.browser;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.carrel.fixtures.Staff;
import org.carrel.patrons.OwnClasses;
import org.carrel.patrons.PatronCategory;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.BookingPolicies;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.ClassSession;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** A school of its own in the running product, with A days and short Fridays from next week on, and things to book. */
final class ProductSchedule {
    static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    final String site = "ZS-" + Long.toString(System.nanoTime(), 28).toUpperCase(Locale.ROOT);
    /** Of next week. */
    final LocalDate monday;

    final Bookings bookings;
    final BookingResources resources;
    final BookingPolicies policies;
    private final Staff librarian;

    ProductSchedule() {
        var clock = Clock.systemUTC();
        var today = LocalDate.now(clock.withZone(CHICAGO));
        monday = today.plusDays(8L - today.getDayOfWeek().getValue());
        var doors = Staff.with(all -> all);
        new Sites(doors.database(), clock, doors.audit())
                .add(new SiteDraft(site, "School of " + site, "", "", CHICAGO.getId(), "BOTH", "", "", 0), 1);
        librarian = Staff.of(Role.LIBRARIAN, site);
        var calendars = new SchoolCalendar(doors.database(), clock, doors.audit());
        var problems = new Timetables(doors.database(), clock, calendars, doors.audit()).load(site, lines(), 1);
        if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
        resources = new BookingResources(doors.database(), clock);
        policies = new BookingPolicies(doors.database(), doors.audit());
        bookings = new Bookings(doors.database(), clock, calendars, new OwnClasses(doors.database(), clock), List.of());
    }

    private String lines() {
        var lines = new StringBuilder("type, A, A day, Día A\ntype, EARLY, Early release, Salida temprana\n");
        bells(lines, "A", 45, 6);
        bells(lines, "EARLY", 30, 4);
        var until = monday.plusWeeks(8);
        return lines + "days, %s, %s, A, Mon-Thu\ndays, %s, %s, EARLY, Fri\n".formatted(monday, until, monday, until);
    }

    private void bells(StringBuilder lines, String type, int minutes, int periods) {
        var starts = LocalTime.of(8, 10);
        for (var number = 1; number <= periods; number++, starts = starts.plusMinutes(minutes + 5L))
            lines.append("bell, %s, %d, Period %d, %s, %s, %s%n"
                    .formatted(type, number, number, starts, starts.plusMinutes(minutes), monday));
    }

    Staff librarian() {
        return librarian;
    }

    /** Somebody of whom no other test knows. */
    Staff somebody(Role role) {
        return Staff.another(role, site);
    }

    /** A teacher with a homeroom of three students. */
    Staff teacher(String room) {
        var staff = somebody(Role.TEACHER);
        ProductPeople.add(new PatronFacts(Map.of(
                PatronField.GIVEN_NAME,
                "Wei",
                PatronField.FAMILY_NAME,
                "Chen",
                PatronField.CATEGORY,
                PatronCategory.TEACHER.name(),
                PatronField.USERNAME,
                staff.username(),
                PatronField.HOMEROOM,
                room,
                PatronField.SITE,
                site,
                PatronField.STATUS,
                "ACTIVE")));
        for (var number = 1; number <= 3; number++)
            ProductPeople.add(new PatronFacts(Map.of(
                    PatronField.GIVEN_NAME,
                    "Secret" + number,
                    PatronField.FAMILY_NAME,
                    "Pupil" + number,
                    PatronField.CATEGORY,
                    PatronCategory.STUDENT.name(),
                    PatronField.HOMEROOM,
                    room,
                    PatronField.SITE,
                    site,
                    PatronField.STATUS,
                    "ACTIVE")));
        return staff;
    }

    /** @return its number */
    long thing(Kind kind, String name, int classes) {
        var problems = resources.save(thing(0, kind, name, classes), librarian.caller());
        if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
        return resources.list(site).stream()
                .filter(known -> known.nameEn().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    BookingResource thing(long id, Kind kind, String name, int classes) {
        return new BookingResource(
                id,
                site,
                kind,
                name,
                kind == Kind.ZONE ? "Biblioteca" : "",
                classes,
                kind.isPlace() ? OptionalInt.of(60) : OptionalInt.empty(),
                Duration.ZERO,
                Duration.ZERO,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                0,
                false);
    }

    SessionWish wish(LocalDate day, int period, long... things) {
        return new SessionWish(
                site,
                day,
                period,
                period,
                OptionalLong.empty(),
                new SessionFacts(OptionalLong.empty(), "Grade 4, Boyd", "4", 24, "", "", "biographies", 0),
                Arrays.stream(things)
                        .mapToObj(thing -> new PartWish(thing, 24, false))
                        .toList(),
                UUID.randomUUID());
    }

    /** Booked, or the test is wrong. */
    ClassSession booked(Caller by, LocalDate day, int period, long... things) {
        var answer = bookings.book(wish(day, period, things), Optional.empty(), by);
        if (answer instanceof BookingAnswer.Booked done) return done.session();
        throw new IllegalStateException(answer.toString());
    }
}

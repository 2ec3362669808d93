package org.carrel.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.Database;
import org.carrel.platform.StartProblem;
import org.carrel.scheduling.BookingPolicies;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.NamedPolicy;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SchoolYear;
import org.carrel.security.Account;
import org.carrel.security.Accounts;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** The schedule of the sample school: bells, days of this school year, things to book, and sessions of the coming weeks. */
final class SampleSchedule {
    private static final String SITE = "LMC";
    private static final Caller ROOT = new Caller(0, "sample", "Sample", Role.ADMIN, Optional.empty());
    private static final int DAYS = 15;
    /** Periods, what is needed, for whom: of the roster by place, the last is the sample teacher; class, students and topic. */
    private static final List<Lesson> LESSONS = List.of(
            new Lesson(0, 1, 0, "6A Ms Alvarez", 24, "biographies", List.of("Library")),
            new Lesson(0, 3, 1, "7B Ms Ruiz", 26, "volcanoes", List.of("Library", "Cart A")),
            new Lesson(1, 2, 2, "8C Mr Chen", 22, "the Civil War", List.of("Library", "Cart B")),
            new Lesson(1, 2, 0, "6A Ms Alvarez", 24, "biographies", List.of("Library")),
            new Lesson(1, 4, 1, "7B Ms Ruiz", 26, "", List.of("Cart A")),
            new Lesson(2, 1, 2, "8C Mr Chen", 22, "", List.of("Lab 2")),
            new Lesson(2, 5, 3, "5D", 25, "ocean animals", List.of("Library", "Cart A")),
            new Lesson(3, 3, 0, "6A Ms Alvarez", 24, "poems", List.of("Library", "Librarian to teach")),
            new Lesson(4, 1, 1, "7B Ms Ruiz", 26, "volcanoes", List.of("Library", "Cart A")),
            new Lesson(4, 2, 3, "5D", 25, "", List.of("Lab 2")));

    private final Database database;
    private final Clock clock = Clock.systemUTC();
    private final SchoolCalendar calendars;
    private final BookingResources resources;
    private final Bookings bookings;
    private final Timetables timetables;
    private final AuditTrail audit;

    private record Lesson(
            int day, int period, int teacher, String schoolClass, int heads, String topic, List<String> things) {}

    private SampleSchedule(Database database) {
        this.database = database;
        audit = new AuditTrail(database, clock);
        calendars = new SchoolCalendar(database, clock, audit);
        resources = new BookingResources(database, clock);
        timetables = new Timetables(database, clock, calendars, audit);
        bookings = new Bookings(database, clock, calendars, new OwnClasses(database, clock), List.of());
    }

    /** Only once, and only while the accounts of the sample are there. */
    static void fill(Database database) {
        var sample = new SampleSchedule(database);
        if (!sample.resources.list(SITE).isEmpty()) return;
        var accounts = new Accounts(database, sample.clock, sample.audit).list(ROOT);
        var librarian = named(accounts, Role.LIBRARIAN);
        var teacher = named(accounts, Role.TEACHER);
        if (librarian.isEmpty() || teacher.isEmpty()) return;
        sample.timetable(librarian.get());
        sample.things(librarian.get());
        sample.sessions(librarian.get(), teacher.get());
    }

    private static Optional<Caller> named(List<Account> accounts, Role role) {
        return accounts.stream()
                .map(Account::caller)
                .filter(caller -> caller.username().equals("demo-" + role.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private LocalDate today() {
        return calendars.of(SITE).today(clock.instant());
    }

    private void timetable(Caller by) {
        var lines = new StringBuilder("""
                type, A, A day, Día A
                type, B, B day, Día B
                type, EARLY, Early release, Salida temprana
                """);
        bells(lines, "A", 45, 7);
        bells(lines, "B", 45, 7);
        bells(lines, "EARLY", 30, 7);
        var year = SchoolYear.of(today());
        for (var from : List.of(year, year + 1)) {
            var days = ", %d-08-19, %d-05-28, ".formatted(from, from + 1);
            lines.append("days").append(days).append("A B, Mon-Thu\n");
            lines.append("days").append(days).append("EARLY, Fri\n");
        }
        var problems = timetables.load(SITE, lines.toString(), by.account());
        if (!problems.isEmpty())
            throw new StartProblem("The timetable of the sample school was not taken: " + problems);
    }

    /** From 8:10 on, five minutes between them. */
    private void bells(StringBuilder lines, String type, int minutes, int periods) {
        var starts = LocalTime.of(8, 10);
        for (var number = 1; number <= periods; number++) {
            lines.append("bell, %s, %d, Period %d, %s, %s, %d-08-01%n"
                    .formatted(type, number, number, starts, starts.plusMinutes(minutes), SchoolYear.of(today())));
            starts = starts.plusMinutes(minutes + 5L);
        }
    }

    private void things(Caller by) {
        thing(Kind.ZONE, "Library", "Biblioteca", 2, OptionalInt.of(60), Duration.ZERO, by);
        thing(Kind.LAB, "Lab 2", "Sala 2", 1, OptionalInt.of(30), Duration.ZERO, by);
        thing(Kind.CART, "Cart A", "Carro A", 1, OptionalInt.empty(), Duration.ofMinutes(5), by);
        thing(Kind.CART, "Cart B", "Carro B", 1, OptionalInt.empty(), Duration.ofMinutes(5), by);
        thing(Kind.AV, "Projector", "Proyector", 1, OptionalInt.empty(), Duration.ZERO, by);
        thing(Kind.PERSON, "Librarian to teach", "Bibliotecario que enseñe", 1, OptionalInt.empty(), Duration.ZERO, by);
        var lab = numbers(List.of("Lab 2"));
        var usual = BookingPolicy.USUAL;
        var policy = new BookingPolicy(
                usual.roles(),
                usual.latest(),
                usual.daysAhead(),
                OptionalInt.empty(),
                OptionalInt.of(3),
                OptionalInt.empty(),
                usual.daysInARow(),
                true,
                usual.cancel());
        new BookingPolicies(database, audit)
                .save(new NamedPolicy(0, SITE, "Computer rooms", policy, Set.copyOf(lab)), by);
    }

    private void thing(
            Kind kind, String name, String spanish, int classes, OptionalInt seats, Duration after, Caller by) {
        var problems = resources.save(
                new BookingResource(
                        0,
                        SITE,
                        kind,
                        name,
                        spanish,
                        classes,
                        seats,
                        Duration.ZERO,
                        after,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        0,
                        false),
                by);
        if (!problems.isEmpty()) throw new StartProblem(name + " of the sample school was not taken: " + problems);
    }

    private List<Long> numbers(List<String> names) {
        return resources.list(SITE).stream()
                .filter(resource -> names.contains(resource.nameEn()))
                .map(BookingResource::id)
                .toList();
    }

    /** The same lessons again and again, until the three coming weeks are full of them. */
    private void sessions(Caller librarian, Caller teacher) {
        var today = today();
        var timetable = timetables.of(SITE);
        var days = new ArrayList<>(timetable.schoolDays(today.plusDays(1), today.plusYears(1)));
        var roster = bookings.roster(SITE, librarian);
        for (var at = 0; at < Math.min(DAYS, days.size()); at++) {
            for (var lesson : LESSONS) {
                if (lesson.day() != at % 5) continue;
                if (lesson.teacher() < roster.size()) {
                    var patron = roster.get(lesson.teacher()).patron().orElseThrow();
                    var number = bookings.teacher(patron, SITE, librarian).orElseThrow();
                    bookings.book(wish(lesson, days.get(at)).of(number), Optional.empty(), librarian);
                } else bookings.book(wish(lesson, days.get(at)), Optional.empty(), teacher);
            }
        }
    }

    private SessionWish wish(Lesson lesson, LocalDate day) {
        return new SessionWish(
                SITE,
                day,
                lesson.period(),
                lesson.period(),
                OptionalLong.empty(),
                new SessionFacts(
                        OptionalLong.empty(),
                        lesson.schoolClass(),
                        lesson.schoolClass().substring(0, 1),
                        lesson.heads(),
                        "",
                        lesson.topic().isEmpty() ? "" : "Find three sources and take notes",
                        lesson.topic(),
                        lesson.topic().isEmpty() ? 0 : 12),
                numbers(lesson.things()).stream()
                        .map(number -> new PartWish(number, lesson.heads(), false))
                        .toList(),
                UUID.randomUUID());
    }
}

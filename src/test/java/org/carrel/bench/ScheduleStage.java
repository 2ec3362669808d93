package org.carrel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseSettings;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.BookingResource.Kind;
import org.carrel.scheduling.BookingResources;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.ScheduleBoard;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/** Makes the bookings, and asks for weeks, reasons and alternatives through the doors, in a JVM of its own. */
public final class ScheduleStage {
    private static final String SITE = "BENCH";
    private static final int THINGS = 20;
    private static final int BOOKINGS = 5_000;
    private static final int TEACHERS = 200;
    private static final int WEEKS = 12;
    private static final int EACH = 300;

    private final Bookings bookings;
    private final ScheduleBoard board;
    private final Caller librarian;
    private final List<Long> things;
    private final List<Long> teachers = new ArrayList<>();
    private final Random random = new Random(7);

    private ScheduleStage(Bookings bookings, ScheduleBoard board, Caller librarian, List<Long> things) {
        this.bookings = bookings;
        this.board = board;
        this.librarian = librarian;
        this.things = things;
    }

    /** Arguments: a file for the session of somebody who looks, then address, user and password of a database. */
    public static void main(String[] arguments) throws Exception {
        var access = new DatabaseSettings(arguments[1], arguments[2], arguments.length > 3 ? arguments[3] : "");
        try (var connections = DataSources.open(access, Duration.ZERO)) {
            new Migrations().migrate(connections);
            run(new Database(connections), Path.of(arguments[0]));
        }
    }

    private static void run(Database database, Path session) throws Exception {
        var clock = Clock.systemUTC();
        var audit = new AuditTrail(database, clock);
        new Sites(database, clock, audit)
                .add(new SiteDraft(SITE, "Bench School", "", "", "America/Chicago", "BOTH", "", "", 0), 1);
        Files.writeString(session, CirculationStage.session(database, Role.LIBRARIAN));
        var account = database.read(
                        connection -> Sql.first(connection, "select max(id) from account", row -> row.getLong(1)))
                .orElseThrow();
        var librarian = new Caller(account, "desk", "Desk", Role.LIBRARIAN, Optional.empty());
        var calendars = new SchoolCalendar(database, clock, audit);
        var problems = new Timetables(database, clock, calendars, audit).load(SITE, timetable(), account);
        if (!problems.isEmpty()) throw new IllegalStateException(problems.toString());
        var resources = new BookingResources(database, clock);
        for (var number = 1; number <= THINGS; number++) resources.save(thing(number), librarian);
        var people = new OwnClasses(database, clock);
        var stage = new ScheduleStage(
                new Bookings(database, clock, calendars, people, List.of()),
                new ScheduleBoard(database, clock, calendars, people),
                librarian,
                resources.list(SITE).stream().map(BookingResource::id).toList());
        stage.teachers(database);
        stage.book();
        stage.ask();
    }

    /** Days of the weeks that are booked, to ask for. */
    static List<String> weeks() {
        return IntStream.range(0, WEEKS)
                .mapToObj(week -> "/schedule?site=" + SITE + "&day=" + first().plusWeeks(week))
                .toList();
    }

    private static LocalDate first() {
        var today = LocalDate.now(Clock.systemUTC());
        return today.plusDays(8L - today.getDayOfWeek().getValue());
    }

    private static String timetable() {
        var lines = new StringBuilder("type, A, A day\n");
        var starts = LocalTime.of(8, 10);
        for (var number = 1; number <= 7; number++, starts = starts.plusMinutes(50))
            lines.append("bell, A, %d, Period %d, %s, %s, %s%n"
                    .formatted(number, number, starts, starts.plusMinutes(45), first()));
        return lines.append("days, %s, %s, A, Mon-Fri%n".formatted(first(), first().plusWeeks(WEEKS + 6L)))
                .toString();
    }

    private static BookingResource thing(int number) {
        var kind = List.of(Kind.ZONE, Kind.LAB, Kind.CART, Kind.AV).get(number % 4);
        return new BookingResource(
                0,
                SITE,
                kind,
                "Thing " + number,
                "",
                kind == Kind.ZONE ? 2 : 1,
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

    private void teachers(Database database) {
        database.transaction(connection -> {
            for (var number = 0; number < TEACHERS; number++) {
                Sql.update(
                        connection,
                        "insert into patron (given_name, family_name, category, grade) values ('Teacher', ?, 'teacher', '')",
                        "Number " + number);
                Sql.update(connection, "insert into session_teacher (patron_id) select max(id) from patron");
                teachers.add(Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                        .orElseThrow());
            }
            return true;
        });
    }

    private SessionWish wish(long... wanted) {
        var day = first().plusWeeks(random.nextInt(WEEKS)).plusDays(random.nextInt(5));
        var period = 1 + random.nextInt(7);
        var facts = new SessionFacts(OptionalLong.empty(), "Grade 5, Chen", "5", 24, "", "", "volcanoes", 0);
        var parts = Arrays.stream(wanted)
                .mapToObj(thing -> new PartWish(thing, 24, false))
                .toList();
        return new SessionWish(
                SITE,
                day,
                period,
                period,
                OptionalLong.of(teachers.get(random.nextInt(TEACHERS))),
                facts,
                parts,
                UUID.randomUUID());
    }

    private long thing() {
        return things.get(random.nextInt(things.size()));
    }

    private void book() {
        var began = System.nanoTime();
        var done = 0;
        for (var tries = 0; done < BOOKINGS && tries < 10 * BOOKINGS; tries++)
            if (bookings.book(wish(thing()), Optional.of("Bench"), librarian) instanceof BookingAnswer.Booked) done++;
        System.out.printf("schedule bookings made: %,d in %.1f s%n", done, (System.nanoTime() - began) / 1e9);
    }

    private void ask() throws InterruptedException {
        var days = List.of("week");
        Asking.Question grid =
                text -> board.grid(SITE, first().plusWeeks(random.nextInt(WEEKS)), librarian, Optional.empty());
        Asking.Question reasons = text -> bookings.reasons(wish(thing()).with(parts()), librarian);
        var taken = IntStream.range(0, WEEKS)
                .mapToObj(week -> board.grid(SITE, first().plusWeeks(week), librarian, Optional.empty()))
                .flatMap(one -> one.week().sessions().stream())
                .toList();
        Asking.Question instead = text -> {
            var session = taken.get(random.nextInt(taken.size()));
            var wish = session.wish(UUID.randomUUID()).of(teachers.get(random.nextInt(TEACHERS)));
            bookings.book(wish, Optional.empty(), librarian);
        };
        new Asking(1, EACH).of(days, grid);
        System.out.println("schedule " + new Asking(1, EACH).of(days, grid).line("what the week needs"));
        new Asking(1, EACH).of(days, reasons);
        System.out.println("schedule " + new Asking(1, EACH).of(days, reasons).line("reasons"));
        System.out.println("schedule " + new Asking(1, EACH).of(days, instead).line("a no with alternatives"));
    }

    /** A place and a cart, as classes want them. */
    private List<PartWish> parts() {
        var one = thing();
        var other = thing();
        return one == other
                ? List.of(new PartWish(one, 24, false))
                : List.of(new PartWish(one, 24, false), new PartWish(other, 24, false));
    }
}

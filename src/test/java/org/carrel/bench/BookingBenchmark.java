package org.carrel.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.carrel.patrons.OwnClasses;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.DatabaseProblem;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.BookingAnswer;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.Bookings;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.TimeSpan;
import org.carrel.school.SchoolCalendar;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.Role;

/**
 * Fifty clients want three of six things each, at random times of one week, two thousand times in all; and the bare statements that do no
 * more than keep them apart. How to read it: src/docs/benchmarks.md.
 */
public final class BookingBenchmark {
    private static final int CLIENTS = 50;
    private static final int ATTEMPTS = 40;
    private static final int THINGS = 6;
    private static final int DAYS = 5;
    private static final int PERIODS = 8;
    private static final String SITE = "BENCH";
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 8);
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final Database database;
    private final Bookings bookings;

    private BookingBenchmark(Database database) {
        this.database = database;
        this.bookings = new Bookings(
                database,
                CLOCK,
                new SchoolCalendar(database, CLOCK, new AuditTrail(database, CLOCK)),
                new OwnClasses(database, CLOCK),
                List.of());
    }

    /** Argument: a directory that may be deleted. */
    public static void main(String[] arguments) throws Exception {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("bookings")) return;
        var work = Path.of(arguments[0]).toAbsolutePath();
        try (var server = BenchServer.start(work);
                var connections = DataSources.open(server.access(), Duration.ZERO)) {
            new Migrations().migrate(connections);
            var benchmark = new BookingBenchmark(new Database(connections));
            benchmark.seed();
            for (var round = 1; round <= 2; round++) {
                benchmark.measure("bare statements, round " + round, benchmark::bare);
                benchmark.check();
                benchmark.empty();
                benchmark.measure("bookings, round " + round, benchmark::booked);
                benchmark.check();
                benchmark.empty();
            }
        } finally {
            if (Files.exists(work)) BenchServer.delete(work);
        }
    }

    private void seed() {
        database.transaction(connection -> {
            Sql.update(connection, "insert into site (code, name) values (?, 'Bench')", SITE);
            Sql.update(
                    connection,
                    "insert into site_setting (site_id, time_zone) select id, ? from site where code = ?",
                    ZONE.getId(),
                    SITE);
            Sql.update(
                    connection,
                    "insert into day_type (site_id, code, name_en) select id, 'A', 'A' from site where code = ?",
                    SITE);
            Sql.update(
                    connection,
                    "insert into bell_schedule (day_type_id, from_on) select id, '2026-08-01' from day_type");
            for (var period = 1; period <= PERIODS; period++)
                Sql.update(
                        connection,
                        "insert into bell_period (schedule_id, number, name, starts_at, ends_at) select id, ?, ?, ?, ? from bell_schedule",
                        period,
                        "Period " + period,
                        "2001-01-01 %02d:00".formatted(7 + period),
                        "2001-01-01 %02d:50".formatted(7 + period));
            for (var day = 0; day < 40; day++)
                if (MONDAY.plusDays(day).getDayOfWeek().getValue() <= DAYS)
                    Sql.update(
                            connection,
                            "insert into school_day (site_id, on_date, day_type_id) select site_id, ?, id from day_type",
                            MONDAY.plusDays(day));
            for (var thing = 1; thing <= THINGS; thing++)
                Sql.update(
                        connection,
                        "insert into booking_resource (site_id, kind, name_en) select id, 'av', ? from site where code = ?",
                        "Thing " + thing,
                        SITE);
            Sql.update(
                    connection,
                    "insert into booking_policy (site_id, name, roles, latest_minutes, cancel_minutes) "
                            + "select id, 'Free', 'teacher', 0, 0 from site where code = ?",
                    SITE);
            Sql.update(connection, "update booking_resource set policy_id = (select max(id) from booking_policy)");
            for (var client = 0; client < CLIENTS; client++)
                Sql.update(
                        connection,
                        "insert into account (username, display_name, role, created_at, changed_at) "
                                + "values (?, ?, 'teacher', utc_timestamp(), utc_timestamp())",
                        "teacher" + client,
                        "Teacher " + client);
            return true;
        });
    }

    /** What one client wants. */
    private record Wanted(List<Long> things, LocalDate day, int first, int last) {}

    private static Wanted wanted(Random random, List<Long> things) {
        var some = new ArrayList<>(things);
        Collections.shuffle(some, random);
        var first = 1 + random.nextInt(PERIODS);
        return new Wanted(
                some.subList(0, 3),
                MONDAY.plusDays(random.nextInt(DAYS)),
                first,
                Math.min(PERIODS, first + random.nextInt(2)));
    }

    @FunctionalInterface
    private interface Attempt {
        /** Whether it was had. */
        boolean on(Caller client, Wanted wanted);
    }

    private record Result(long nanos, boolean had, boolean failed) {}

    private void measure(String name, Attempt attempt) throws InterruptedException {
        var things = database.read(connection ->
                Sql.list(connection, "select id from booking_resource order by id", row -> row.getLong(1)));
        var accounts = database.read(
                connection -> Sql.list(connection, "select id from account order by id", row -> row.getLong(1)));
        List<Callable<List<Result>>> clients = new ArrayList<>();
        for (var client = 0; client < CLIENTS; client++) {
            var random = new Random(client);
            var caller =
                    new Caller(accounts.get(client), "teacher" + client, "Teacher", Role.TEACHER, Optional.empty());
            clients.add(() -> {
                var results = new ArrayList<Result>();
                for (var i = 0; i < ATTEMPTS; i++) results.add(timed(attempt, caller, wanted(random, things)));
                return results;
            });
        }
        var all = new ArrayList<Result>();
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            for (var each : pool.invokeAll(clients)) all.addAll(each.resultNow());
        }
        print(
                "bookings %s: %,d attempts, %,d had, %,d errors; all %s; had %s",
                name,
                all.size(),
                all.stream().filter(Result::had).count(),
                all.stream().filter(Result::failed).count(),
                times(all),
                times(all.stream().filter(Result::had).toList()));
    }

    private static Result timed(Attempt attempt, Caller caller, Wanted wanted) {
        var began = System.nanoTime();
        try {
            var had = attempt.on(caller, wanted);
            return new Result(System.nanoTime() - began, had, false);
        } catch (DatabaseProblem e) {
            print("%s", e.getMessage());
            return new Result(System.nanoTime() - began, false, true);
        }
    }

    private static String times(List<Result> results) {
        var sorted = results.stream().mapToLong(Result::nanos).sorted().toArray();
        return String.format(
                Locale.ROOT, "p50 %.1f p95 %.1f p99 %.1f ms", at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static double at(long[] sorted, double percent) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * percent / 100)] / 1e6;
    }

    private boolean booked(Caller client, Wanted wanted) {
        var wish = new SessionWish(
                SITE,
                wanted.day(),
                wanted.first(),
                wanted.last(),
                OptionalLong.empty(),
                new SessionFacts(OptionalLong.empty(), "Grade 5", "5", 24, "", "", "", 0),
                wanted.things().stream()
                        .map(thing -> new PartWish(thing, 1, false))
                        .toList(),
                UUID.randomUUID());
        BookingAnswer answer = bookings.book(wish, Optional.empty(), client);
        return answer instanceof Booked;
    }

    /** Parents in the order of their numbers, a look, a session, its parts and its holds: what nobody can do without. */
    private boolean bare(Caller client, Wanted wanted) {
        var span = span(wanted);
        var things = wanted.things().stream().sorted().toList();
        return database.transaction(connection -> {
            var marks = Sql.marks(things.size());
            Sql.list(
                    connection,
                    "select id from booking_resource where id in (" + marks + ") order by id for update",
                    row -> row.getLong(1),
                    things.toArray());
            var values = new ArrayList<Object>(things);
            values.add(Utc.of(span.starts()));
            values.add(Utc.of(span.ends()));
            var taken = Sql.first(
                    connection,
                    "select 1 from resource_hold where resource_id in (" + marks
                            + ") and ends_at > ? and starts_at < ? limit 1",
                    row -> true,
                    values.toArray());
            if (taken.isPresent()) return false;
            insert(connection, client, wanted, span, things);
            return true;
        });
    }

    private static void insert(Connection connection, Caller client, Wanted wanted, TimeSpan span, List<Long> things)
            throws SQLException {
        Sql.update(
                connection,
                "insert into session_teacher (account_id) values (?) on duplicate key update id = last_insert_id(id)",
                client.account());
        Sql.update(
                connection,
                """
                insert into class_session (site_id, state, uid, teacher_id, heads, on_date, first_period, last_period, starts_at,
                    ends_at, request_id, booked_at, changed_at)
                select id, 'booked', uuid(), last_insert_id(), 24, ?, ?, ?, ?, ?, uuid(), utc_timestamp(3), utc_timestamp(3)
                from site where code = ?
                """,
                wanted.day(),
                wanted.first(),
                wanted.last(),
                Utc.of(span.starts()),
                Utc.of(span.ends()),
                SITE);
        var session = Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
        Sql.batch(
                connection,
                "insert into session_part (session_id, resource_id, quantity) values (?, ?, 1)",
                things,
                (statement, thing) -> {
                    statement.setLong(1, session);
                    statement.setLong(2, thing);
                });
        Sql.batch(
                connection,
                "insert into resource_hold (resource_id, lane, starts_at, ends_at, session_id) values (?, 1, ?, ?, ?)",
                things,
                (statement, thing) -> {
                    statement.setLong(1, thing);
                    statement.setObject(2, Utc.of(span.starts()));
                    statement.setObject(3, Utc.of(span.ends()));
                    statement.setLong(4, session);
                });
    }

    private static TimeSpan span(Wanted wanted) {
        return new TimeSpan(
                wanted.day().atTime(7 + wanted.first(), 0).atZone(ZONE).toInstant(),
                wanted.day().atTime(7 + wanted.last(), 50).atZone(ZONE).toInstant());
    }

    /** What must never be, whoever booked. */
    private void check() {
        var wrong = Map.of(
                "double holds",
                "select count(*) from resource_hold a join resource_hold b on b.resource_id = a.resource_id and b.lane = a.lane "
                        + "and b.id > a.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at",
                "partial sessions",
                "select count(*) from class_session c where (select count(*) from resource_hold h where h.session_id = c.id) <> 3");
        wrong.forEach((what, sql) -> print(
                "bookings %s: %,d",
                what, database.read(connection -> Sql.first(connection, sql, row -> row.getLong(1))
                        .orElseThrow())));
    }

    private void empty() {
        database.transaction(connection -> {
            for (var table :
                    Arrays.asList("resource_hold", "booking_offer", "session_event", "session_part", "class_session"))
                Sql.update(connection, "delete from " + table);
            return true;
        });
    }

    private static void print(String format, Object... details) {
        System.out.println(String.format(Locale.ROOT, format, details));
    }
}

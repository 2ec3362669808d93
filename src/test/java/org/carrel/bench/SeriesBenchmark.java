package org.carrel.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.carrel.platform.DataSources;
import org.carrel.platform.Database;
import org.carrel.platform.Migrations;
import org.carrel.platform.Sql;
import org.carrel.platform.Utc;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.Recurrence;
import org.carrel.scheduling.SchedulingInside;
import org.carrel.scheduling.SeriesAnswer.Refused;
import org.carrel.scheduling.SeriesWish;
import org.carrel.scheduling.SeriesWish.Periods;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.TimeSpan;
import org.carrel.scheduling.Timetables;
import org.carrel.school.SchoolCalendar;
import org.carrel.school.SiteDraft;
import org.carrel.school.Sites;
import org.carrel.security.AuditTrail;
import org.carrel.security.Caller;
import org.carrel.security.PersonKeys;
import org.carrel.security.Role;

/**
 * A series of forty weeks is looked at, beside some five thousand sessions that are booked already, each with three things. How to read
 * it: src/docs/benchmarks.md.
 */
public final class SeriesBenchmark {
    private static final String SITE = "BENCH";
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    /** A Monday. */
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 24);

    private static final int WEEKS = 40;
    private static final int THINGS = 15;
    private static final int TEACHERS = 40;
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 50;

    private final Database database;
    private final Clock clock =
            Clock.fixed(FIRST.minusDays(7).atTime(9, 0).atZone(CHICAGO).toInstant(), CHICAGO);
    private final SchoolCalendar calendars;
    private final Timetables timetables;

    private SeriesBenchmark(Database database, Path keys) {
        this.database = database;
        var audit = new AuditTrail(database, clock, new PersonKeys(keys));
        new Sites(database, clock, audit)
                .add(new SiteDraft(SITE, "Bench School", "", "", CHICAGO.getId(), "BOTH", "", "", 0), 1);
        calendars = new SchoolCalendar(database, clock, audit);
        timetables = new Timetables(database, clock, calendars, audit);
    }

    /** Argument: a directory that may be deleted. */
    public static void main(String[] arguments) throws Exception {
        var only = List.of(System.getProperty("bench.only", "all").split(","));
        if (!only.contains("all") && !only.contains("series")) return;
        var work = Path.of(arguments[0]).toAbsolutePath();
        BenchServer.delete(work);
        try (var server = BenchServer.start(work.resolve("series"));
                var connections = DataSources.open(server.access(), Duration.ZERO)) {
            new Migrations().migrate(connections);
            new SeriesBenchmark(new Database(connections), work.resolve("keys")).run();
        }
    }

    private void run() {
        var lines = new StringBuilder("type, A, A day\n");
        IntStream.rangeClosed(1, 7)
                .forEach(number -> lines.append("bell, A, %d, Period %d, %d:00, %d:45, 2026-08-01%n"
                        .formatted(number, number, 7 + number, 7 + number)));
        lines.append("days, 2026-08-24, 2027-06-04, A, Mon-Fri\n");
        if (!timetables.load(SITE, lines.toString(), 1).isEmpty()) throw new IllegalStateException("No timetable");
        var teachers =
                IntStream.range(0, TEACHERS).mapToObj(number -> teacher()).toList();
        var things = IntStream.range(0, THINGS).mapToObj(this::thing).toList();
        var sessions = book(teachers, things);
        var series = SchedulingInside.series(database, clock, calendars);
        var librarian = new Caller(0, "bench", "Bench", Role.LIBRARIAN, Optional.of(SITE));
        var wish = wish(teachers.getFirst(), things);
        var nanos = new long[ROUNDS];
        var rows = 0;
        for (var round = -WARM_UP; round < ROUNDS; round++) {
            var began = System.nanoTime();
            if (!(series.preview(wish, librarian) instanceof Refused preview))
                throw new IllegalStateException("No preview");
            rows = preview.rows().size();
            if (round >= 0) nanos[round] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        System.out.println(String.format(
                Locale.ROOT,
                "series: %,d dates looked at beside %,d sessions: p50 %.1f ms, p95 %.1f ms",
                rows,
                sessions,
                nanos[ROUNDS / 2] / 1e6,
                nanos[ROUNDS * 95 / 100] / 1e6));
    }

    private long teacher() {
        return database.transaction(connection -> {
            Sql.update(connection, "insert into session_teacher () values ()");
            return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                    .orElseThrow();
        });
    }

    private long thing(int number) {
        return database.transaction(connection -> {
            Sql.update(
                    connection,
                    "insert into booking_resource (site_id, kind, name_en) select id, ?, ? from site where code = ?",
                    List.of("zone", "cart", "person").get(number % 3),
                    "Thing " + number,
                    SITE);
            return Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                    .orElseThrow();
        });
    }

    /** Each day in each period four sessions, on things that the series does not want but for every seventh day. */
    private int book(List<Long> teachers, List<Long> things) {
        var timetable = timetables.of(SITE);
        var count = 0;
        for (var day : timetable.schoolDays(FIRST, FIRST.plusWeeks(WEEKS))) {
            for (var period = 1; period <= 7; period++) {
                var span = timetable.span(day, period, period).orElseThrow();
                var number = period;
                var some = day.getDayOfMonth() % 7 == 0 ? 0 : 3;
                database.transaction(connection -> {
                    for (var at = some; at + 2 < THINGS; at += 3) {
                        var teacher = teachers.get((day.getDayOfYear() + number * THINGS + at) % TEACHERS);
                        insert(connection, teacher, day, number, span, things.subList(at, at + 3));
                    }
                    return true;
                });
                count += (THINGS - some) / 3;
            }
        }
        return count;
    }

    private static void insert(
            java.sql.Connection connection, long teacher, LocalDate day, int period, TimeSpan span, List<Long> things)
            throws SQLException {
        Sql.update(
                connection,
                """
                insert into class_session (site_id, state, uid, teacher_id, heads, on_date, first_period, last_period, starts_at,
                    ends_at, request_id, booked_at, changed_at)
                select id, 'booked', uuid(), ?, 20, ?, ?, ?, ?, ?, uuid(), ?, ? from site where code = ?
                """,
                teacher,
                day,
                period,
                period,
                Utc.of(span.starts()),
                Utc.of(span.ends()),
                Utc.of(Instant.EPOCH),
                Utc.of(Instant.EPOCH),
                SITE);
        long session = Sql.first(connection, "select last_insert_id()", row -> row.getLong(1))
                .orElseThrow();
        for (var thing : things) {
            Sql.update(
                    connection,
                    "insert into session_part (session_id, resource_id, quantity) values (?, ?, 20)",
                    session,
                    thing);
            Sql.update(
                    connection,
                    "insert into resource_hold (resource_id, lane, starts_at, ends_at, session_id) values (?, 1, ?, ?, ?)",
                    thing,
                    Utc.of(span.starts()),
                    Utc.of(span.ends()),
                    session);
        }
    }

    /** Every school day of forty weeks, with three things. */
    private static SeriesWish wish(long teacher, List<Long> things) {
        var first = new SessionWish(
                SITE,
                FIRST,
                2,
                2,
                OptionalLong.of(teacher),
                new SessionFacts(OptionalLong.empty(), "5, Bench", "5", 24, "", "", "", 0),
                things.subList(0, 3).stream()
                        .map(thing -> new PartWish(thing, 24, false))
                        .toList(),
                UUID.randomUUID());
        var weekdays =
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        return new SeriesWish(
                first,
                List.of(new Periods(2, 2)),
                new Recurrence.Weekly(weekdays, 1),
                FIRST.plusWeeks(WEEKS).minusDays(1));
    }
}

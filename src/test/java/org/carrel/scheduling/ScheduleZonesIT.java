package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.carrel.scheduling.TestBookings.CHICAGO;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.carrel.platform.Sql;
import org.carrel.scheduling.BookingAnswer.Booked;
import org.carrel.scheduling.SeriesAnswer.Done;
import org.carrel.scheduling.SeriesWish.Periods;
import org.carrel.security.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schools on both sides of the world: where the clock changes by an hour, by half an hour or never, and where it is tomorrow. The program
 * and the database know nothing of their zones but what the site says; all of it against the real database.
 */
class ScheduleZonesIT {
    private static final int NIGHT = 0;
    private static final int NOON = 1;
    private static final int EVENING = 2;
    private static final int LATE = 3;
    private static final LocalDate FIRST = LocalDate.of(2027, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 12, 12);

    static List<String> zones() {
        return List.of(
                "America/New_York", "America/Phoenix", "Europe/Madrid", "Australia/Lord_Howe", "Pacific/Kiritimati");
    }

    private TestBookings school;
    private Caller librarian;
    private ZoneId zone = CHICAGO;
    private long thing;

    private void open(String id) {
        zone = ZoneId.of(id);
        school = TestBookings.open();
        school.desk.write(
                "update site_setting set time_zone = ? where site_id = (select id from site where code = ?)",
                id,
                school.desk.site);
        school.desk.calendar.read(school.desk.site);
        school.load("""
                type, ALL, Every day
                bell, ALL, 0, Night, 01:00, 04:00, 2026-08-01
                bell, ALL, 1, Noon, 12:30, 13:20, 2026-08-01
                bell, ALL, 2, Evening, 20:00, 20:50, 2026-08-01
                bell, ALL, 3, Late, 23:30, 23:55, 2026-08-01
                days, %s, %s, ALL, Mon-Sun
                """.formatted(FIRST, LAST));
        now(LocalDate.of(2027, 2, 3));
        librarian = school.librarian();
        thing = school.zone(1, 30);
    }

    @AfterEach
    void close() {
        if (school != null) school.close();
    }

    private void now(LocalDate day) {
        school.desk.clock.set(day.atTime(9, 0).atZone(zone).toInstant());
    }

    /** By who may, as most of this is months away. */
    private ClassSession booked(LocalDate day, int period) {
        var answer = school.bookings.book(school.wish(day, period, thing), Optional.of("Planned"), librarian);
        assertThat(answer).as(zone + " " + day + " " + period).isInstanceOf(Booked.class);
        return ((Booked) answer).session();
    }

    /** The days of that year on which the clock changes. */
    private List<LocalDate> changes() {
        var days = new ArrayList<LocalDate>();
        var at = FIRST.atStartOfDay(zone).toInstant();
        for (var next = zone.getRules().nextTransition(at);
                next != null
                        && next.getInstant().isBefore(LAST.atStartOfDay(zone).toInstant());
                next = zone.getRules().nextTransition(next.getInstant()))
            days.add(next.getDateTimeBefore().toLocalDate());
        return days;
    }

    /** As it lies there, all that says when it is. */
    private List<String> rows() {
        return school.desk.database.read(connection -> Sql.list(
                connection,
                "select concat_ws(' ', c.id, on_date, first_period, last_period, c.starts_at, c.ends_at, h.starts_at, h.ends_at, h.lane) "
                        + "from class_session c join site s on s.id = c.site_id left join resource_hold h on h.session_id = c.id "
                        + "where s.code = ? order by c.id, h.id",
                row -> row.getString(1),
                school.desk.site));
    }

    /** The weeks in whose view it stands. */
    private List<LocalDate> weeks(ClassSession session) {
        return Stream.iterate(session.day().minusDays(15), day -> day.plusDays(1))
                .limit(31)
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
                .filter(monday -> school.bookings.week(school.desk.site, monday).sessions().stream()
                        .anyMatch(known -> known.id() == session.id()))
                .toList();
    }

    private void isAt(ClassSession session, LocalDate day, String time) {
        var starts = session.span().starts().atZone(zone);
        assertThat(starts.toLocalDate()).as(zone + " day").isEqualTo(day).isEqualTo(session.day());
        assertThat(starts.toLocalTime()).as(zone + " on " + day).isEqualTo(LocalTime.parse(time));
    }

    @ParameterizedTest
    @MethodSource("zones")
    void b01WhatLiesOverTheChangeOfTheClockIsAsLongAsItIsAndStandsOnceInItsWeek(String id) { // B-01
        open(id);
        for (var day : changes()) {
            var shift = Duration.between(day.atStartOfDay(zone), day.plusDays(1).atStartOfDay(zone))
                    .minusDays(1);
            var before = booked(day.minusDays(1), NIGHT);
            var night = booked(day, NIGHT);
            var after = booked(day.plusDays(1), NIGHT);
            for (var usual : List.of(before, after))
                assertThat(Duration.between(usual.span().starts(), usual.span().ends()))
                        .isEqualTo(Duration.ofHours(3));
            assertThat(Duration.between(night.span().starts(), night.span().ends()))
                    .as(zone + " " + day)
                    .isEqualTo(Duration.ofHours(3).plus(shift));
            isAt(night, day, "01:00");
            assertThat(night.span().ends().atZone(zone).toLocalDateTime()).isEqualTo(day.atTime(4, 0));
            for (var one : List.of(before, night, after))
                assertThat(weeks(one)).containsExactly(one.day().with(DayOfWeek.MONDAY));
            assertThat(school.bookings.days(school.desk.site, day, day))
                    .extracting(ClassSession::id)
                    .containsExactly(night.id());
        }
        assertThat(changes()).hasSize(id.equals("America/Phoenix") || id.equals("Pacific/Kiritimati") ? 0 : 2);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void b02WhatWasBookedBeforeTheChangeIsThereAfterItAndIsNotWrittenAnew(String id) { // B-02, B-06
        open(id);
        var april = LocalDate.of(2027, 4, 5);
        var all = Stream.iterate(april, day -> day.plusDays(1))
                .limit(20)
                .map(day -> booked(day, NOON))
                .toList();
        var before = rows();
        assertThat(before).hasSize(20);
        now(april.minusDays(1));
        for (var session : all) {
            var week = school.bookings.week(school.desk.site, session.day());
            assertThat(week.sessions()).extracting(ClassSession::id).contains(session.id());
            isAt(school.bookings.find(session.id()).orElseThrow(), session.day(), "12:30");
        }
        assertThat(rows()).isEqualTo(before);

        // opened and saved as it is
        var first = all.getFirst();
        var saved = (Booked) school.bookings.change(
                first.id(), first.version(), first.wish(UUID.randomUUID()), Optional.of("As it was"), librarian);
        assertThat(saved.session().span()).isEqualTo(first.span());
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("zones")
    void b03AWeeklyHourIsTheSameHourInTenWeeksAroundEachChangeAndCanBeBooked(String id) { // B-03, B-08
        open(id);
        var around = changes().isEmpty() ? List.of(LocalDate.of(2027, 3, 14)) : changes();
        for (var change : around) {
            for (var week = -5; week < 5; week++) {
                var day = change.plusWeeks(week);
                assertThat(school.bookings
                                .week(school.desk.site, day)
                                .timetable()
                                .span(day, NOON, NOON))
                        .map(span -> span.starts().atZone(zone).toLocalTime())
                        .contains(LocalTime.of(12, 30));
                isAt(booked(day, NOON), day, "12:30");
                var sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                var evening = booked(sunday, EVENING);
                isAt(evening, sunday, "20:00");
                assertThat(weeks(evening)).as("at the edge of its week").containsExactly(sunday.minusDays(6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("zones")
    void b04NearMidnightTheDayIsTheSchoolsAndTheLastDayOfASeriesStays(String id) { // B-04, B-05
        open(id);
        var series = SchedulingInside.series(school.desk.database, school.desk.clock, school.desk.calendar);
        // a Friday, and the next two
        var first = LocalDate.of(2027, 2, 12);
        var last = LocalDate.of(2027, 2, 26);
        var teacher = school.teacher();
        var done = (Done) series.book(
                new SeriesWish(
                        school.wish(first, LATE, thing),
                        List.of(new Periods(LATE, LATE)),
                        new Recurrence.Weekly(Set.of(DayOfWeek.FRIDAY), 1),
                        last),
                Optional.empty(),
                teacher);
        assertThat(done.sessions()).extracting(ClassSession::day).containsExactly(first, first.plusWeeks(1), last);
        for (var session : done.sessions()) {
            isAt(session, session.day(), "23:30");
            assertThat(rows()).anyMatch(row -> row.startsWith(session.id() + " " + session.day() + " "));
            assertThat(school.bookings.days(school.desk.site, session.day(), session.day()))
                    .extracting(ClassSession::id)
                    .containsExactly(session.id());
        }
        var number = done.series().getFirst();
        for (var saved = 0; saved < 5; saved++) {
            var plan = series.find(number).orElseThrow();
            assertThat(plan.last()).isEqualTo(last);
            var one = plan.sessions().getFirst();
            var facts = new SessionFacts(OptionalLong.empty(), "Grade 5", "5", 24, "", "Save " + saved, "", 0);
            var edit = new SeriesEdit(Optional.empty(), Optional.of(facts), Optional.empty());
            assertThat(series.change(one.id(), one.version(), SeriesScope.COMING, edit, teacher))
                    .isInstanceOf(Done.class);
        }
        var after = series.find(number).orElseThrow();
        assertThat(after.last()).isEqualTo(last);
        assertThat(after.sessions())
                .extracting(ClassSession::day, session -> session.span().starts())
                .containsExactlyElementsOf(done.sessions().stream()
                        .map(session -> tuple(session.day(), session.span().starts()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("zones")
    void b30TheWeekOfALimitIsMondayToSundayAndTheDayTheSchools(String id) { // B-30, B-31
        open(id);
        now(LocalDate.of(2027, 8, 25));
        var teacher = school.teacher();
        var policies = new BookingPolicies(school.desk.database, school.desk.audit);
        limit(policies, true);
        var monday = LocalDate.of(2027, 8, 30);
        school.booked(school.wish(monday, LATE, thing), teacher);
        var thursday = school.wish(monday.plusDays(3), NOON, thing);
        assertThat(school.bookings.reasons(thursday, teacher))
                .extracting(reason -> reason.reason().kind())
                .containsExactly(BookingReason.Kind.WEEK_FULL);
        assertThat(school.bookings.book(thursday, Optional.empty(), teacher)).isInstanceOf(BookingAnswer.Refused.class);
        assertThat(school.bookings.reasons(school.wish(monday.minusDays(1), LATE, thing), teacher))
                .as("the Sunday before is another week")
                .isEmpty();

        limit(policies, false);
        assertThat(school.bookings.reasons(school.wish(monday, NIGHT, thing), teacher))
                .as("the same day from 1 to 23:55")
                .extracting(reason -> reason.reason().kind())
                .containsExactly(BookingReason.Kind.DAY_FULL);
        var night = school.wish(monday.plusDays(1), NIGHT, thing);
        assertThat(school.bookings.reasons(night, teacher))
                .as("an hour later, the next day")
                .isEmpty();
        school.booked(night, teacher);
    }

    /** One a week, or one a day. */
    private void limit(BookingPolicies policies, boolean week) {
        var usual = BookingPolicy.USUAL;
        var policy = new BookingPolicy(
                usual.roles(),
                Duration.ZERO,
                usual.daysAhead(),
                week ? OptionalInt.empty() : OptionalInt.of(1),
                week ? OptionalInt.of(1) : OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                false,
                usual.cancel());
        var known = policies.list(school.desk.site).stream()
                .findFirst()
                .map(NamedPolicy::id)
                .orElse(0L);
        assertThat(policies.save(new NamedPolicy(known, school.desk.site, "Limit", policy, Set.of(thing)), librarian))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("zones")
    void b28ThePeriodOfADayHasTheHoursOfThatDay(String id) { // B-27, B-28
        open(id);
        school.load("""
                type, SHORT, Short day
                bell, SHORT, 1, Noon, 11:00, 11:30, 2026-08-01
                days, 2027-03-01, 2027-03-31, SHORT, Mon Fri
                """);
        var monday = LocalDate.of(2027, 3, 8);
        isAt(booked(monday, NOON), monday, "11:00");
        isAt(booked(monday.plusDays(1), NOON), monday.plusDays(1), "12:30");
        isAt(booked(monday.plusDays(4), NOON), monday.plusDays(4), "11:00");
    }
}

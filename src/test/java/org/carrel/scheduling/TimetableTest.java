package org.carrel.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.SampleDays.FIRST;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.OpenHours;
import org.carrel.school.SiteCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private final Timetable timetable = SampleDays.chicago();

    /** B-27: the turn goes on where it stopped, as the calendar says and no count of weeks does. */
    @Test
    void b27ADayOffDoesNotTurnTheDaysAround() {
        assertThat(timetable.typeOn(FIRST.plusDays(8))).contains(SampleDays.B);
        assertThat(timetable.typeOn(FIRST.plusDays(9))).contains(SampleDays.CLOSED);
        assertThat(timetable.typeOn(FIRST.plusDays(10))).contains(SampleDays.A);
    }

    /** B-28: the same period is at another hour on another day. */
    @Test
    void b28APeriodHasTheHoursOfItsDay() {
        assertThat(timetable.span(FIRST, 4, 4))
                .contains(new TimeSpan(Instant.parse("2027-03-01T16:40:00Z"), Instant.parse("2027-03-01T17:25:00Z")));
        assertThat(timetable.span(FIRST.plusDays(4), 4, 4))
                .contains(new TimeSpan(Instant.parse("2027-03-05T15:55:00Z"), Instant.parse("2027-03-05T16:25:00Z")));
    }

    @Test
    void aPeriodThatTheDayDoesNotHaveHasNoHours() {
        assertThat(timetable.span(FIRST.plusDays(4), 6, 6)).isEmpty();
        assertThat(timetable.span(FIRST.plusDays(9), 1, 1)).isEmpty();
        assertThat(timetable.span(FIRST.plusDays(5), 1, 1)).isEmpty();
        assertThat(timetable.span(FIRST, 3, 2)).isEmpty();
    }

    @Test
    void laterBellsHoldFromTheirFirstDay() {
        var later = SampleDays.bells(FIRST.plusDays(7), "8:30", 40, 7);
        var usual = SampleDays.bells(FIRST.minusYears(1), "8:10", 45, 7);
        var changed = new Timetable(
                timetable.zone(), timetable.days(), Map.of(SampleDays.A.id(), java.util.List.of(later, usual)));
        assertThat(changed.period(FIRST, 1).orElseThrow().starts()).hasToString("08:10");
        assertThat(changed.period(FIRST.plusDays(10), 1).orElseThrow().starts()).hasToString("08:30");
    }

    /** B-02, B-03: a period is at the same local hour before and after the clock changes, wherever the school is. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Chicago", "Europe/Helsinki", "Pacific/Auckland", "America/Phoenix", "UTC"})
    void b03PeriodsKeepTheirLocalHour(String zone) {
        var there = SampleDays.in(zone);
        for (var day : there.schoolDays(FIRST, FIRST.plusWeeks(19))) {
            var span = there.span(day, 1, 1).orElseThrow();
            assertThat(span.starts().atZone(there.zone()).toLocalDateTime()).isEqualTo(day.atTime(8, 10));
        }
    }

    /** B-01: the night in which the clock changes is an hour shorter, and what is in it keeps its ends. */
    @Test
    void b01AnHourThatIsSkippedIsNotCounted() {
        var night = new BellSchedule(
                FIRST,
                java.util.List.of(
                        new BellPeriod(1, "Night", java.time.LocalTime.of(1, 0), java.time.LocalTime.of(4, 0))));
        var sunday = LocalDate.of(2027, 3, 14);
        var days = new java.util.TreeMap<>(Map.of(sunday, SampleDays.A));
        var there = new Timetable(timetable.zone(), days, Map.of(SampleDays.A.id(), java.util.List.of(night)));
        var span = there.span(sunday, 1, 1).orElseThrow();
        assertThat(Duration.between(span.starts(), span.ends())).isEqualTo(Duration.ofHours(2));
        assertThat(span.ends().atZone(there.zone()).toLocalTime()).hasToString("04:00");
    }

    @Test
    void daysFollowEachOtherOverWeekendsAndHolidays() {
        assertThat(timetable.follow(FIRST.plusDays(4), FIRST.plusDays(7))).isTrue();
        assertThat(timetable.follow(FIRST.plusDays(8), FIRST.plusDays(10))).isTrue();
        assertThat(timetable.follow(FIRST, FIRST.plusDays(2))).isFalse();
    }

    /** B-25: an end counts for every period, and is itself in (B-05). */
    @Test
    void aSeriesEndsOnItsLastDay() {
        var weekly = new Recurrence.Weekly(Set.of(DayOfWeek.TUESDAY), 1);
        assertThat(weekly.days(timetable, FIRST, FIRST.plusDays(15)))
                .containsExactly(FIRST.plusDays(1), FIRST.plusDays(8), FIRST.plusDays(15));
        assertThat(weekly.days(timetable, FIRST, FIRST.minusDays(1))).isEmpty();
    }

    @Test
    void everyOtherWeekIsCountedFromTheWeekOfTheFirstDay() {
        var weekly = new Recurrence.Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), 2);
        assertThat(weekly.days(timetable, FIRST.plusDays(3), FIRST.plusDays(17)))
                .containsExactly(FIRST.plusDays(3), FIRST.plusDays(14), FIRST.plusDays(17));
    }

    @Test
    void aSeriesOfADaysFollowsTheCalendar() {
        var days = new Recurrence.DaysOfType(Set.of(SampleDays.A.id())).days(timetable, FIRST, FIRST.plusDays(13));
        assertThat(days)
                .allMatch(day -> timetable.typeOn(day).orElseThrow().equals(SampleDays.A))
                .containsExactly(FIRST, FIRST.plusDays(2), FIRST.plusDays(7), FIRST.plusDays(10));
    }

    @Test
    void everyThirdDayOfSchoolCountsOnlyDaysOfSchool() {
        assertThat(new Recurrence.SchoolDays(3).days(timetable, FIRST, FIRST.plusDays(10)))
                .containsExactly(FIRST, FIRST.plusDays(3), FIRST.plusDays(8));
    }

    @Test
    void onADayThatTheCalendarClosesThereIsNoSchoolAndOnOneThatOpensLaterThereIs() {
        var snow = new Closure(0, FIRST.plusDays(1), FIRST.plusDays(2), "Snow", "", DayHours.CLOSED);
        var late = new Closure(
                0,
                FIRST.plusDays(3),
                FIRST.plusDays(3),
                "Fog",
                "",
                new DayHours(List.of(new OpenHours(LocalTime.of(10, 0), LocalTime.of(16, 0)))));
        var calendar = new SiteCalendar(timetable.zone(), Map.of(), List.of(snow, late), List.of());
        var held = timetable.within(calendar);
        assertThat(held.schoolDays(FIRST, FIRST.plusDays(4)))
                .containsExactly(FIRST, FIRST.plusDays(3), FIRST.plusDays(4));
        assertThat(held.span(FIRST.plusDays(1), 1, 1)).isEmpty();
        assertThat(held.follow(FIRST, FIRST.plusDays(3))).isTrue();
        assertThat(timetable.isSchoolDay(FIRST.plusDays(1)))
                .as("the day keeps its type")
                .isTrue();
    }
}

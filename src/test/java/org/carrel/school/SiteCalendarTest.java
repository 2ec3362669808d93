package org.carrel.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.school.rules.HoursText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year 2026–27 of a school in Chicago: open 7:30 to 16:00 on weekdays, with a lunch break. */
class SiteCalendarTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final DayHours USUAL = hours("7:30-12:00, 12:30-16:00");
    private static final Closure THANKSGIVING = closure("2026-11-26", "2026-11-27", "Thanksgiving", "");
    private static final Closure SHORT_DAY = closure("2026-11-25", "2026-11-25", "Short day", "7:30-12:00");

    private static final SiteCalendar SCHOOL = new SiteCalendar(
            CHICAGO,
            weekdays(USUAL),
            List.of(SHORT_DAY, THANKSGIVING),
            List.of(new Term(1, "Fall", day("2026-08-19"), day("2026-12-18"))));

    static DayHours hours(String text) {
        var read = HoursText.read(text);
        assertThat(read.problem()).isEmpty();
        return read.hours();
    }

    static Map<DayOfWeek, DayHours> weekdays(DayHours hours) {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values())
                .filter(day -> day.getValue() < DayOfWeek.SATURDAY.getValue())
                .forEach(day -> week.put(day, hours));
        return week;
    }

    private static Closure closure(String first, String last, String reason, String hours) {
        return new Closure(0, day(first), day(last), reason, "", hours(hours));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
    }

    @ParameterizedTest(name = "after {0} comes {1}, before it {2}")
    @CsvSource({
        "2026-11-23, 2026-11-24, 2026-11-20",
        "2026-11-25, 2026-11-30, 2026-11-24",
        "2026-11-26, 2026-11-30, 2026-11-25",
        "2026-11-28, 2026-11-30, 2026-11-25",
        "2026-11-30, 2026-12-01, 2026-11-25"
    })
    void theNextOpenDayIsOneWithHours(String day, String next, String previous) {
        assertThat(SCHOOL.nextOpenDay(day(day))).hasValue(day(next));
        assertThat(SCHOOL.previousOpenDay(day(day))).hasValue(day(previous));
    }

    @Test
    @DisplayName("B17: a snow day on Friday before a holiday on Monday goes on to Tuesday")
    void closuresThatFollowEachOtherAreAllPassedOver() {
        var snow = new SiteCalendar(
                CHICAGO,
                weekdays(USUAL),
                List.of(
                        closure("2027-01-15", "2027-01-15", "Snow", ""),
                        closure("2027-01-18", "2027-01-18", "Martin Luther King Jr. Day", "")),
                List.of());
        assertThat(snow.nextOpenDay(day("2027-01-14"))).hasValue(day("2027-01-19"));
        assertThat(snow.openDaysBetween(day("2027-01-14"), day("2027-01-19"))).isEqualTo(1);
    }

    @Test
    @DisplayName("B12: open on Mondays only, the day after Tuesday is Monday")
    void aSiteThatIsOpenOnceAWeek() {
        var mondays = new SiteCalendar(CHICAGO, Map.of(DayOfWeek.MONDAY, USUAL), List.of(), List.of());
        assertThat(mondays.nextOpenDay(day("2026-10-06"))).hasValue(day("2026-10-12"));
        assertThat(mondays.plusOpenDays(day("2026-10-06"), 3)).hasValue(day("2026-10-26"));
    }

    @Test
    @DisplayName("B10, B11, D5: a site that never opens answers empty, at once")
    void nobodySearchesForEver() {
        var never = SiteCalendar.unknown(CHICAGO);
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            assertThat(never.nextOpenDay(day("2026-10-06"))).isEmpty();
            assertThat(never.previousOpenDay(day("2026-10-06"))).isEmpty();
            assertThat(never.plusOpenDays(day("2026-10-06"), 1_000_000)).isEmpty();
            assertThat(never.openFrom(at("2026-10-06T10:00"))).isEmpty();
        });
        assertThat(never.openDaysBetween(day("2026-10-06"), day("2027-10-06"))).isZero();
        assertThat(never.closingTime(day("2026-10-06"))).isEmpty();
        assertThat(never.stateAt(at("2026-10-06T10:00"))).isEqualTo(new OpenState.Unknown());
    }

    @Test
    void openDaysAreCountedAfterTheFirstUpToTheLast() {
        assertThat(SCHOOL.openDaysBetween(day("2026-11-23"), day("2026-11-30"))).isEqualTo(3);
        assertThat(SCHOOL.openDaysBetween(day("2026-11-30"), day("2026-11-23"))).isZero();
        assertThat(SCHOOL.plusOpenDays(day("2026-11-23"), 3)).hasValue(day("2026-11-30"));
        assertThat(SCHOOL.plusOpenDays(day("2026-11-28"), 0)).hasValue(day("2026-11-28"));
    }

    @Test
    void theDoorsCloseAtTheLastIntervalsEnd() {
        assertThat(SCHOOL.closingTime(day("2026-11-24"))).hasValue(at("2026-11-24T16:00"));
        assertThat(SCHOOL.closingTime(day("2026-11-25"))).as("other hours").hasValue(at("2026-11-25T12:00"));
        assertThat(SCHOOL.closingTime(day("2026-11-26"))).isEmpty();
        assertThat(SCHOOL.termOn(day("2026-12-18")).map(Term::name)).hasValue("Fall");
        assertThat(SCHOOL.termOn(day("2026-12-19"))).isEmpty();
    }

    @Test
    void whatTheDoorSignSays() {
        assertThat(SCHOOL.stateAt(at("2026-11-24T07:29"))).isEqualTo(new OpenState.Later(LocalTime.of(7, 30)));
        assertThat(SCHOOL.stateAt(at("2026-11-24T07:30"))).isEqualTo(new OpenState.Open(LocalTime.NOON));
        assertThat(SCHOOL.stateAt(at("2026-11-24T12:00"))).isEqualTo(new OpenState.Later(LocalTime.of(12, 30)));
        assertThat(SCHOOL.stateAt(at("2026-11-24T15:59"))).isEqualTo(new OpenState.Open(LocalTime.of(16, 0)));
        assertThat(SCHOOL.stateAt(at("2026-11-25T12:00")))
                .isEqualTo(new OpenState.Over(day("2026-11-30"), LocalTime.of(7, 30)));
        assertThat(SCHOOL.stateAt(at("2026-11-26T10:00")))
                .isEqualTo(new OpenState.ClosedToday(Optional.of(THANKSGIVING)));
        assertThat(SCHOOL.stateAt(at("2026-11-28T10:00"))).isEqualTo(new OpenState.ClosedToday(Optional.empty()));
    }

    @Test
    @DisplayName("T1: the day is the site's, whatever zone asks")
    void theDayIsTheSites() {
        assertThat(SCHOOL.today(Instant.parse("2026-11-25T03:00:00Z"))).isEqualTo(day("2026-11-24"));
        assertThat(SCHOOL.isOpenAt(Instant.parse("2026-11-24T13:30:00Z"))).isTrue();
        assertThat(SCHOOL.isOpenAt(Instant.parse("2026-11-24T22:00:00Z"))).isFalse();
        assertThat(SCHOOL.openFrom(at("2026-11-25T13:00"))).hasValue(at("2026-11-30T07:30"));
    }

    @Test
    @DisplayName("T4: the hour that the clock leaves out in spring, and the one it shows twice in autumn")
    void clocksArePutForwardAndBack() {
        var nights = new SiteCalendar(
                CHICAGO, Map.of(DayOfWeek.SUNDAY, hours("1:15-1:45, 2:15-2:45, 2:50-3:30")), List.of(), List.of());
        assertThat(nights.spans(day("2026-03-08")))
                .as("2:15 to 2:45 is not there; 2:50 is 3:00")
                .containsExactly(
                        new OpenSpan(Instant.parse("2026-03-08T07:15:00Z"), Instant.parse("2026-03-08T07:45:00Z")),
                        new OpenSpan(Instant.parse("2026-03-08T08:00:00Z"), Instant.parse("2026-03-08T08:30:00Z")));
        assertThat(nights.spans(day("2026-11-01")).getFirst())
                .as("the first of both")
                .isEqualTo(new OpenSpan(Instant.parse("2026-11-01T06:15:00Z"), Instant.parse("2026-11-01T06:45:00Z")));
    }

    @Test
    void whatAbutsIsOneAndWhatOverlapsIsRefused() {
        assertThat(hours("12:00-16:00, 7:30-12:00")).isEqualTo(hours("7:30-16:00"));
        assertThat(DayHours.of(List.of(
                        new OpenHours(LocalTime.of(8, 0), LocalTime.of(10, 0)),
                        new OpenHours(LocalTime.of(9, 0), LocalTime.of(11, 0)))))
                .isEmpty();
    }

    @Test
    void aYearAtAGlanceTellsClosedDaysFromShortOnesAndWeekends() {
        assertThat(SchoolYear.of(day("2027-07-31"))).isEqualTo(2026);
        assertThat(SchoolYear.of(day("2026-08-01"))).isEqualTo(2026);
        var year = SchoolYear.of(SCHOOL, 2026);
        assertThat(year.months()).hasSize(12);
        var november = year.months().get(3);
        assertThat(november.openDays()).isEqualTo(19);
        assertThat(november.closures()).containsExactly(SHORT_DAY, THANKSGIVING);
        assertThat(november.days().subList(23, 28))
                .extracting(SchoolYear.DayAtAGlance::kind)
                .containsExactly(
                        SchoolYear.Kind.OPEN,
                        SchoolYear.Kind.OTHER_HOURS,
                        SchoolYear.Kind.CLOSED,
                        SchoolYear.Kind.CLOSED,
                        SchoolYear.Kind.NEVER_OPEN);
        assertThat(year.openDays()).isEqualTo(SCHOOL.openDaysBetween(day("2026-07-31"), day("2027-07-31")));
    }
}

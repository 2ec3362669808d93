package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.BellSchedule;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingResource;
import org.carrel.scheduling.DayType;
import org.carrel.scheduling.HeldSpan;
import org.carrel.scheduling.PartWish;
import org.carrel.scheduling.Recurrence;
import org.carrel.scheduling.Recurrence.DaysOfType;
import org.carrel.scheduling.Recurrence.SchoolDays;
import org.carrel.scheduling.Recurrence.Weekly;
import org.carrel.scheduling.SeriesProblem;
import org.carrel.scheduling.SeriesRow;
import org.carrel.scheduling.SeriesWish;
import org.carrel.scheduling.SeriesWish.Periods;
import org.carrel.scheduling.SessionFacts;
import org.carrel.scheduling.SessionWish;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.rules.BookingRules.Ask;
import org.carrel.scheduling.rules.BookingRules.Known;
import org.carrel.scheduling.rules.BookingRules.Own;
import org.carrel.scheduling.rules.SeriesRules.Planned;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesRulesTest {
    private static final DayType A = new DayType(1, "A", "A day", "", true);
    private static final DayType B = new DayType(2, "B", "B day", "", true);
    /** A Wednesday. */
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 6);

    private static final long ZONE = 7;
    private static final long CART = 8;
    private static final int LATE = 9;

    /** Every weekday of 2027, A and B in turn; periods 1 to 3, 12:30 to 13:20 as 5, and one near midnight. */
    private static Timetable year(String zone, Set<LocalDate> closed) {
        var days = new TreeMap<LocalDate, DayType>();
        var turn = 0;
        for (var day = FIRST.withDayOfMonth(1); day.getYear() == 2027; day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() > 5 || closed.contains(day)) continue;
            days.put(day, turn++ % 2 == 0 ? A : B);
        }
        var bells = new BellSchedule(
                FIRST.minusYears(1),
                List.of(
                        period(1, "08:10", "08:55"),
                        period(2, "09:00", "09:45"),
                        period(3, "09:50", "10:35"),
                        period(5, "12:30", "13:20"),
                        period(LATE, "23:30", "23:50")));
        return new Timetable(ZoneId.of(zone), days, Map.of(A.id(), List.of(bells), B.id(), List.of(bells)));
    }

    private static BellPeriod period(int number, String starts, String ends) {
        return new BellPeriod(number, "Period " + number, LocalTime.parse(starts), LocalTime.parse(ends));
    }

    private static BookingResource thing(long id, BookingResource.Kind kind, Duration after) {
        return new BookingResource(
                id,
                "LMC",
                kind,
                kind + " " + id,
                "",
                1,
                OptionalInt.empty(),
                Duration.ZERO,
                after,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalLong.of(1),
                0,
                false);
    }

    private static BookingPolicy policy(OptionalInt perDay, OptionalInt perWeek) {
        return new BookingPolicy(
                Set.of(Booker.values()),
                Duration.ZERO,
                OptionalInt.empty(),
                perDay,
                perWeek,
                OptionalInt.empty(),
                OptionalInt.empty(),
                false,
                Duration.ZERO);
    }

    private static Known known(Timetable timetable, BookingPolicy policy, Duration after) {
        return new Known(
                Instant.parse("2027-01-02T12:00:00Z"),
                timetable,
                Map.of(
                        ZONE,
                        thing(ZONE, BookingResource.Kind.ZONE, Duration.ZERO),
                        CART,
                        thing(CART, BookingResource.Kind.CART, after)),
                Map.of(1L, policy),
                Map.of(),
                List.of(),
                List.of());
    }

    private static Known free(Timetable timetable) {
        return known(timetable, policy(OptionalInt.empty(), OptionalInt.empty()), Duration.ZERO);
    }

    private static SessionWish wish(LocalDate day, long thing) {
        return new SessionWish(
                "LMC",
                day,
                1,
                1,
                OptionalLong.empty(),
                new SessionFacts(OptionalLong.empty(), "5, Chen", "5", 24, "", "", "", 0),
                List.of(new PartWish(thing, 24, false)),
                UUID.fromString("00000000-0000-4000-8000-000000000001"));
    }

    private static SeriesWish series(LocalDate first, LocalDate last, Recurrence recurrence, int... periods) {
        return new SeriesWish(
                wish(first, ZONE),
                java.util.Arrays.stream(periods)
                        .mapToObj(number -> new Periods(number, number))
                        .toList(),
                recurrence,
                last);
    }

    private static Weekly weekly(DayOfWeek... days) {
        return new Weekly(Set.of(days), 1);
    }

    private static List<SeriesRow> rows(SeriesWish wish, Known known) {
        return SeriesRules.plan(ask(wish.first()), SeriesRules.sessions(wish, known.timetable()), known).stream()
                .map(Planned::row)
                .toList();
    }

    private static Ask ask(SessionWish wish) {
        return new Ask(Booker.TEACHER, wish, OptionalLong.empty(), 3, false);
    }

    private static List<BookingReason.Kind> kinds(SeriesRow row) {
        return row.reasons().stream().map(reason -> reason.reason().kind()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"America/Chicago", "Europe/Helsinki", "Pacific/Auckland", "America/Phoenix", "Asia/Kolkata"})
    @DisplayName(
            "B-02, B-03, B-04, B-05: each session of a year is at its hour and on its weekday, up to the last day included")
    void everySessionIsAtItsHourOnItsDay(String zone) {
        var timetable = year(zone, Set.of());
        var last = LocalDate.of(2027, 11, 10);
        var rows = rows(series(FIRST, last, weekly(DayOfWeek.WEDNESDAY), 5, LATE), free(timetable));
        assertThat(rows).hasSize(2 * 45).allMatch(SeriesRow::isFree);
        assertThat(rows.getLast().wish().day()).isEqualTo(last);
        assertThat(rows).allSatisfy(row -> {
            var starts = row.span().orElseThrow().starts().atZone(timetable.zone());
            assertThat(starts.toLocalDate()).isEqualTo(row.wish().day());
            assertThat(starts.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
            assertThat(starts.toLocalTime())
                    .isEqualTo(LocalTime.parse(row.wish().first() == LATE ? "23:30" : "12:30"));
        });
    }

    @Test
    @DisplayName("B-01: what lies over the hour that the clock skips is as long as it is, and on one day")
    void theHourThatIsSkippedIsNotCounted() {
        var sunday = LocalDate.of(2027, 3, 14);
        var bells = new BellSchedule(FIRST, List.of(period(1, "00:30", "04:00")));
        var timetable = new Timetable(
                ZoneId.of("America/Chicago"),
                new TreeMap<>(Map.of(sunday, A, LocalDate.of(2027, 11, 7), A)),
                Map.of(A.id(), List.of(bells)));
        var spring = timetable.span(sunday, 1, 1).orElseThrow();
        assertThat(Duration.between(spring.starts(), spring.ends())).isEqualTo(Duration.ofMinutes(150));
        var fall = timetable.span(LocalDate.of(2027, 11, 7), 1, 1).orElseThrow();
        assertThat(Duration.between(fall.starts(), fall.ends())).isEqualTo(Duration.ofMinutes(270));
    }

    @Test
    @DisplayName("B-26: the last day is before the first")
    void whatEndsBeforeItBeginsIsAProblemOfItsOwn() {
        var timetable = year("America/Chicago", Set.of());
        assertThat(SeriesRules.problem(series(FIRST, FIRST.minusDays(1), weekly(DayOfWeek.WEDNESDAY), 1), timetable))
                .contains(SeriesProblem.ENDS_BEFORE);
        assertThat(SeriesRules.problem(series(FIRST, FIRST, weekly(DayOfWeek.WEDNESDAY), 1), timetable))
                .isEmpty();
        assertThat(SeriesRules.problem(series(FIRST, FIRST, weekly(DayOfWeek.FRIDAY), 1), timetable))
                .contains(SeriesProblem.NO_DAYS);
        assertThat(SeriesRules.problem(series(FIRST, FIRST.plusDays(401), weekly(DayOfWeek.FRIDAY), 1), timetable))
                .contains(SeriesProblem.TOO_LONG);
    }

    @Test
    @DisplayName("B-15: a series that overlaps itself is refused")
    void whatOverlapsItselfIsRefused() {
        var timetable = year("America/Chicago", Set.of());
        var wish = new SeriesWish(
                wish(FIRST, ZONE),
                List.of(new Periods(1, 2), new Periods(2, 3)),
                weekly(DayOfWeek.WEDNESDAY),
                FIRST.plusWeeks(2));
        assertThat(SeriesRules.problem(wish, timetable)).contains(SeriesProblem.OVERLAPS_ITSELF);
    }

    @Test
    @DisplayName("B-15: what an earlier one of the series still charges is said to be taken by itself")
    void timeToChargeBetweenTwoOfItsOwn() {
        var timetable = year("America/Chicago", Set.of());
        var wish = new SeriesWish(
                wish(FIRST, CART), List.of(new Periods(1, 1), new Periods(2, 2)), weekly(DayOfWeek.WEDNESDAY), FIRST);
        var known = known(timetable, policy(OptionalInt.empty(), OptionalInt.empty()), Duration.ofMinutes(20));
        var rows = rows(wish, known);
        assertThat(rows.getFirst().isFree()).isTrue();
        assertThat(kinds(rows.get(1))).containsExactly(BookingReason.Kind.TAKEN);
        assertThat(rows.get(1).itself()).isTrue();
    }

    @Test
    @DisplayName("B-25: several periods on a day all end with the series")
    void everyPeriodRespectsTheEnd() {
        var timetable = year("America/Chicago", Set.of());
        var rows = rows(series(FIRST, FIRST.plusDays(7), weekly(DayOfWeek.WEDNESDAY), 1, 2, 3), free(timetable));
        assertThat(rows).hasSize(6);
    }

    @Test
    @DisplayName("B-17: the third week is taken, and the preview says so")
    void everyDateIsLookedAt() {
        var timetable = year("America/Chicago", Set.of());
        var third = FIRST.plusWeeks(2);
        var taken = new HeldSpan(ZONE, 1, timetable.span(third, 1, 1).orElseThrow(), OptionalLong.of(99), 5, 20);
        var rows = rows(
                series(FIRST, FIRST.plusWeeks(11), weekly(DayOfWeek.WEDNESDAY), 1),
                free(timetable).and(List.of(taken)));
        assertThat(rows).hasSize(12);
        assertThat(rows).filteredOn(row -> !row.isFree()).singleElement().satisfies(row -> {
            assertThat(row.wish().day()).isEqualTo(third);
            assertThat(kinds(row)).containsExactly(BookingReason.Kind.TAKEN);
            assertThat(row.itself()).isFalse();
        });
    }

    @Test
    @DisplayName("B-30: the limit of a week counts the earlier ones of the series, over the end of a month too")
    void quotasCountTheSeriesItself() {
        var timetable = year("America/Chicago", Set.of());
        var known = known(timetable, policy(OptionalInt.empty(), OptionalInt.of(1)), Duration.ZERO);
        var monday = LocalDate.of(2027, 8, 30);
        var rows = rows(series(monday, monday.plusDays(3), weekly(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), 1), known);
        assertThat(rows.getFirst().isFree()).isTrue();
        assertThat(rows.get(1).wish().day()).isEqualTo(LocalDate.of(2027, 9, 2));
        assertThat(kinds(rows.get(1))).containsExactly(BookingReason.Kind.WEEK_FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"America/Chicago", "Europe/Helsinki", "Pacific/Auckland", "America/Phoenix", "Asia/Kolkata"})
    @DisplayName("B-31: the limit of a day is that of the school's day, also near midnight")
    void theDayIsTheSchools(String zone) {
        var timetable = year(zone, Set.of());
        var known = known(timetable, policy(OptionalInt.of(1), OptionalInt.empty()), Duration.ZERO);
        var days = rows(series(FIRST, FIRST.plusDays(1), new SchoolDays(1), 1, LATE), known);
        assertThat(days).extracting(SeriesRow::isFree).containsExactly(true, false, true, false);
        var late = rows(series(FIRST, FIRST.plusDays(1), new SchoolDays(1), LATE), known);
        assertThat(late).allMatch(SeriesRow::isFree);
    }

    @Test
    @DisplayName("B-27: A days are those that are written down, also after a week without school")
    void typesComeFromTheCalendar() {
        var off = FIRST.plusDays(5).datesUntil(FIRST.plusDays(10)).collect(java.util.stream.Collectors.toSet());
        var timetable = year("America/Chicago", off);
        var rows = rows(series(FIRST, FIRST.plusWeeks(4), new DaysOfType(Set.of(A.id())), 1), free(timetable));
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(
                        timetable.typeOn(row.wish().day()))
                .contains(A));
        assertThat(rows).noneMatch(row -> off.contains(row.wish().day()));
    }

    @Test
    void everySoManyDaysOfSchoolAndEveryOtherWeek() {
        var timetable = year("America/Chicago", Set.of(FIRST.plusDays(1)));
        var counted = rows(series(FIRST, FIRST.plusDays(8), new SchoolDays(3), 1), free(timetable));
        assertThat(counted).extracting(row -> row.wish().day()).containsExactly(FIRST, FIRST.plusDays(6));
        var other =
                rows(series(FIRST, FIRST.plusWeeks(5), new Weekly(Set.of(DayOfWeek.WEDNESDAY), 2), 1), free(timetable));
        assertThat(other)
                .extracting(row -> row.wish().day())
                .containsExactly(FIRST, FIRST.plusWeeks(2), FIRST.plusWeeks(4));
        var none = rows(series(FIRST, FIRST.plusDays(1), weekly(DayOfWeek.THURSDAY), 1), free(timetable));
        assertThat(none).singleElement().satisfies(row -> assertThat(kinds(row))
                .containsExactly(BookingReason.Kind.NO_SCHOOL));
    }

    @Test
    @DisplayName("B-23: what is changed does not stand in its own way")
    void ownRowsAreLeftOut() {
        var timetable = year("America/Chicago", Set.of());
        var known = known(timetable, policy(OptionalInt.of(1), OptionalInt.empty()), Duration.ZERO)
                .and(List.of(
                        new HeldSpan(ZONE, 1, timetable.span(FIRST, 1, 1).orElseThrow(), OptionalLong.of(4), 3, 24)))
                .with(new Own(4, FIRST, Set.of(ZONE)));
        var wish = series(FIRST, FIRST, weekly(DayOfWeek.WEDNESDAY), 1);
        assertThat(kinds(rows(wish, known).getFirst()))
                .containsExactly(BookingReason.Kind.DAY_FULL, BookingReason.Kind.TAKEN);
        assertThat(rows(wish, known.without(Set.of(4L))).getFirst().isFree()).isTrue();
    }

    @Test
    void aRecurrenceIsKeptAsText() {
        for (var recurrence : List.<Recurrence>of(
                new Weekly(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 2),
                new DaysOfType(Set.of(4L, 7L)),
                new SchoolDays(3)))
            assertThat(RecurrenceText.read(RecurrenceText.write(recurrence))).contains(recurrence);
        assertThat(List.of("", "weekly", "weekly 8 every 1", "types x", "days 0", "monthly 3"))
                .allSatisfy(text -> assertThat(RecurrenceText.read(text)).isEqualTo(Optional.empty()));
    }
}

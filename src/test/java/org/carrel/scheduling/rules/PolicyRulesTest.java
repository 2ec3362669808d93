package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.scheduling.SampleDays.FIRST;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.carrel.scheduling.BookingPolicy;
import org.carrel.scheduling.BookingPolicy.Booker;
import org.carrel.scheduling.BookingReason;
import org.carrel.scheduling.BookingReason.Kind;
import org.carrel.scheduling.SampleDays;
import org.carrel.scheduling.Timetable;
import org.carrel.scheduling.rules.PolicyRules.Known;
import org.carrel.scheduling.rules.PolicyRules.Wish;
import org.junit.jupiter.api.Test;

class PolicyRulesTest {
    private static final Instant NOW = Instant.parse("2027-02-26T15:00:00Z");
    private static final BookingPolicy NONE = new BookingPolicy(
            Set.of(Booker.values()),
            Duration.ZERO,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            false,
            Duration.ZERO);

    private final Timetable timetable = SampleDays.chicago();

    private List<Kind> kinds(LocalDate day, int period, BookingPolicy policy, Instant now, LocalDate... own) {
        return reasons(day, period, policy, now, own).stream()
                .map(BookingReason::kind)
                .toList();
    }

    private List<BookingReason> reasons(
            LocalDate day, int period, BookingPolicy policy, Instant now, LocalDate... own) {
        Predicate<LocalDate> inTerm = each -> each.isBefore(FIRST.plusWeeks(10));
        return PolicyRules.reasons(
                new Wish(Booker.TEACHER, day, period, period), policy, new Known(now, timetable, List.of(own), inTerm));
    }

    @Test
    void whatTheDayDoesNotHaveIsSaidAlone() {
        assertThat(reasons(FIRST.plusDays(9), 1, BookingPolicy.USUAL, NOW))
                .containsExactly(BookingReason.of(Kind.NO_SCHOOL, FIRST.plusDays(9)));
        assertThat(reasons(FIRST.plusDays(4), 7, BookingPolicy.USUAL, NOW))
                .containsExactly(BookingReason.of(Kind.NO_PERIOD, 7, FIRST.plusDays(4)));
    }

    @Test
    void aPeriodCanBeBookedUntilItBegins() {
        var starts = timetable.span(FIRST, 1, 1).orElseThrow().starts();
        assertThat(kinds(FIRST, 1, NONE, starts.minusSeconds(1))).isEmpty();
        assertThat(kinds(FIRST, 1, NONE, starts)).containsExactly(Kind.PAST);
    }

    @Test
    void noticeIsCountedInHoursUpToTheMinute() {
        var starts = timetable.span(FIRST, 1, 1).orElseThrow().starts();
        assertThat(kinds(FIRST, 1, BookingPolicy.USUAL, starts.minus(Duration.ofHours(12))))
                .isEmpty();
        assertThat(reasons(
                        FIRST,
                        1,
                        BookingPolicy.USUAL,
                        starts.minus(Duration.ofHours(12)).plusMillis(1)))
                .containsExactly(BookingReason.of(Kind.TOO_LATE, 12));
    }

    @Test
    void howFarAheadIsCountedInDaysOfSchool() {
        var policy = with(OptionalInt.of(7), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
        var monday = FIRST.atTime(12, 0).atZone(timetable.zone()).toInstant();
        // seven days of school after the first, with a weekend and a day off between
        assertThat(kinds(FIRST.plusDays(10), 1, policy, monday)).isEmpty();
        assertThat(reasons(FIRST.plusDays(11), 1, policy, monday))
                .containsExactly(BookingReason.of(Kind.TOO_FAR, FIRST.plusDays(10)));
    }

    private static BookingPolicy with(OptionalInt ahead, OptionalInt day, OptionalInt week, OptionalInt row) {
        return new BookingPolicy(
                Set.of(Booker.TEACHER),
                Duration.ZERO,
                ahead,
                day,
                week,
                OptionalInt.empty(),
                row,
                false,
                Duration.ZERO);
    }

    /** B-30: a week is a week although a month ends in it. */
    @Test
    void b30AWeekOverTheEndOfAMonthIsOneWeek() {
        var policy = with(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(1), OptionalInt.empty());
        var tuesday = LocalDate.of(2027, 3, 30);
        var thursday = LocalDate.of(2027, 4, 1);
        assertThat(kinds(thursday, 1, policy, NOW, tuesday)).containsExactly(Kind.WEEK_FULL);
        assertThat(kinds(LocalDate.of(2027, 4, 5), 1, policy, NOW, tuesday)).isEmpty();
    }

    /** B-31: a day is a day of the school, whatever it is in UTC or where the browser is. */
    @Test
    void b31ADayEndsAtTheSchoolsMidnight() {
        var policy = with(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.empty(), OptionalInt.empty());
        assertThat(kinds(FIRST, 7, policy, NOW, FIRST)).containsExactly(Kind.DAY_FULL);
        assertThat(kinds(FIRST.plusDays(1), 1, policy, NOW, FIRST)).isEmpty();
    }

    @Test
    void daysInARowGoOnOverWeekendsAndHolidays() {
        var policy = with(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(2));
        assertThat(kinds(FIRST.plusDays(10), 1, policy, NOW, FIRST.plusDays(7), FIRST.plusDays(8)))
                .containsExactly(Kind.IN_A_ROW);
        assertThat(kinds(FIRST.plusDays(8), 1, policy, NOW, FIRST.plusDays(7), FIRST.plusDays(10)))
                .containsExactly(Kind.IN_A_ROW);
        assertThat(kinds(FIRST.plusDays(11), 1, policy, NOW, FIRST.plusDays(7), FIRST.plusDays(8)))
                .isEmpty();
    }

    @Test
    void allReasonsAreToldAtOnceInTheirOrder() {
        var policy = new BookingPolicy(
                Set.of(Booker.LIBRARIAN),
                Duration.ofDays(30),
                OptionalInt.of(0),
                OptionalInt.of(1),
                OptionalInt.of(1),
                OptionalInt.of(1),
                OptionalInt.of(1),
                true,
                Duration.ZERO);
        assertThat(kinds(FIRST.plusDays(1), 1, policy, NOW, FIRST.plusDays(1), FIRST))
                .containsExactly(
                        Kind.NOT_FOR_ROLE,
                        Kind.TOO_LATE,
                        Kind.TOO_FAR,
                        Kind.DAY_FULL,
                        Kind.WEEK_FULL,
                        Kind.TERM_FULL,
                        Kind.IN_A_ROW);
    }
}

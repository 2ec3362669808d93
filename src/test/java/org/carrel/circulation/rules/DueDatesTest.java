package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.circulation.Lending.SCHOOL;
import static org.carrel.circulation.Lending.USUAL;
import static org.carrel.circulation.Lending.at;
import static org.carrel.circulation.Lending.calendar;
import static org.carrel.circulation.Lending.closed;
import static org.carrel.circulation.Lending.day;
import static org.carrel.circulation.Lending.open;
import static org.carrel.circulation.Lending.rule;
import static org.carrel.circulation.Lending.term;
import static org.carrel.circulation.Lending.with;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.carrel.circulation.DueAnswer;
import org.carrel.circulation.DueFacts;
import org.carrel.circulation.DueProblem;
import org.carrel.circulation.DueStep;
import org.carrel.circulation.DueStep.Kind;
import org.carrel.circulation.Lending;
import org.carrel.circulation.LoanRuleKey;
import org.carrel.circulation.LoanSchedule;
import org.carrel.circulation.ResolvedRule;
import org.carrel.school.Closure;
import org.carrel.school.SiteCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A school in Chicago, open from 7:30 to 16:00 on weekdays. */
class DueDatesTest {
    private static final Closure THANKSGIVING = closed("2026-11-26", "2026-11-27", "Thanksgiving");
    private static final SiteCalendar NOVEMBER = calendar(USUAL, THANKSGIVING);

    private static DueAnswer answer(ResolvedRule rule, SiteCalendar calendar, String now) {
        return DueDates.due(rule, calendar, at(now), DueFacts.NONE);
    }

    private static DueAnswer.Due due(ResolvedRule rule, SiteCalendar calendar, String now) {
        return (DueAnswer.Due) answer(rule, calendar, now);
    }

    private static String local(DueAnswer answer) {
        return switch (answer) {
            case DueAnswer.Due due ->
                LocalDateTime.ofInstant(due.at(), Lending.CHICAGO).toString();
            case DueAnswer.NoDue never -> "never";
            case DueAnswer.Refused refused -> refused.reason().kind().name();
        };
    }

    private static List<Kind> kinds(DueAnswer answer) {
        return answer.steps().stream().map(DueStep::kind).toList();
    }

    @Test
    @DisplayName("T3, B13: lent for three days at 10:00 is due at 23:59 of the third day")
    void loansByDaysAreDueAtTheEndOfTheDay() {
        var due = due(rule("period=3 days"), SCHOOL, "2026-11-30T10:00");
        assertThat(due.at()).isEqualTo(at("2026-12-03T23:59"));
        assertThat(due.on()).isEqualTo(day("2026-12-03"));
        assertThat(due.steps())
                .containsExactly(new DueStep(
                        Kind.PERIOD,
                        Optional.of(LocalDateTime.parse("2026-12-03T23:59")),
                        "3 days",
                        Optional.empty(),
                        Optional.of(LoanRuleKey.DEFAULT)));
    }

    @Test
    @DisplayName("T1: the day is the school's, whatever day it is in London")
    void theDayIsTheSites() {
        var evening = Instant.parse("2026-12-01T03:00:00Z");
        var due = (DueAnswer.Due) DueDates.due(rule("period=1 days"), SCHOOL, evening, DueFacts.NONE);
        assertThat(due.on()).isEqualTo(day("2026-12-01"));
    }

    @Test
    @DisplayName("T4, B15: 21 days from 2:15 end in the hour that the clock leaves out: 3:15")
    void aDueTimeThatTheClockLeavesOut() {
        var same = rule("period=21 days", "due time=same", "closed days=keep");
        var due = (DueAnswer.Due) DueDates.due(same, SCHOOL, Instant.parse("2026-02-15T08:15:00Z"), DueFacts.NONE);
        assertThat(due.at()).isEqualTo(Instant.parse("2026-03-08T08:15:00Z"));
        var fixed = rule("period=21 days", "due time=2:15", "closed days=keep");
        assertThat(due(fixed, SCHOOL, "2026-02-15T10:00").at()).isEqualTo(Instant.parse("2026-03-08T08:15:00Z"));
    }

    @ParameterizedTest(name = "two hours from {0} end at {1}")
    @CsvSource({
        // the clock goes from 2:00 to 3:00, and from 2:00 to 1:00
        "2026-03-08T07:15:00Z, 2026-03-08T09:15:00Z",
        "2026-11-01T06:15:00Z, 2026-11-01T08:15:00Z"
    })
    @DisplayName("T4: two hours are 120 minutes, whatever the clock does")
    void hoursAreAddedToMoments(Instant now, Instant due) {
        var answer = DueDates.due(rule("period=2 hours", "closed days=keep"), SCHOOL, now, DueFacts.NONE);
        assertThat(((DueAnswer.Due) answer).at()).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0}, {1}, lent on {2}: {3}")
    @CsvSource({
        // Thanksgiving, Thursday and Friday
        "14 days, keep,          2026-11-12, 2026-11-26",
        "14 days, next open,     2026-11-12, 2026-11-30",
        "14 days, previous open, 2026-11-12, 2026-11-25",
        "14 days, skip closed,   2026-11-12, 2026-12-04",
        "14 days, same weekday,  2026-11-12, 2026-12-03",
        "14 open days, keep,     2026-11-12, 2026-12-04",
        // a Saturday: never open
        "14 days, same weekday,  2026-11-14, 2026-11-30",
        // no number of weeks
        "10 days, same weekday,  2026-11-16, 2026-11-30",
        // nothing open in between
        "1 days,  previous open, 2026-11-27, 2026-11-30",
        "1 days,  previous open, 2026-11-25, 2026-11-25",
        "0 days,  next open,     2026-11-26, 2026-11-30",
        "0 days,  next open,     2026-11-25, 2026-11-25"
    })
    @DisplayName("D1: what becomes of a due date on a closed day")
    void closedDays(String period, String mode, LocalDate lent, LocalDate on) {
        var due = due(rule("period=" + period, "closed days=" + mode), NOVEMBER, lent + "T10:00");
        assertThat(due.on()).isEqualTo(on);
        assertThat(due.at()).isEqualTo(at(on + "T23:59"));
    }

    @Test
    void aStepNamesWhatItGoesOutOfTheWayOf() {
        var moved = due(rule("period=14 days"), NOVEMBER, "2026-11-12T10:00")
                .steps()
                .get(1);
        assertThat(moved.kind()).isEqualTo(Kind.NEXT_OPEN);
        assertThat(moved.closure()).hasValue(THANKSGIVING);
        assertThat(moved.until()).hasValue(LocalDateTime.parse("2026-11-30T23:59"));
        var weekend = due(rule("period=12 days"), NOVEMBER, "2026-11-02T10:00")
                .steps()
                .get(1);
        assertThat(weekend.closure()).isEmpty();
        var skipped = due(rule("period=3 open days"), NOVEMBER, "2026-11-24T10:00");
        assertThat(skipped.on()).isEqualTo(day("2026-12-01"));
        assertThat(skipped.steps().getLast().kind()).isEqualTo(Kind.CLOSED_SKIPPED);
        assertThat(skipped.steps().getLast().detail()).isEqualTo("4");
    }

    @Test
    @DisplayName("B12: open on Mondays only, five days from a Tuesday end on the next Monday")
    void aSiteThatIsOpenOnceAWeek() {
        assertThat(due(rule("period=5 days"), open(DayOfWeek.MONDAY), "2026-12-01T10:00")
                        .at())
                .isEqualTo(at("2026-12-07T23:59"));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "5 days,       next open,     2026-12-06T23:59",
        "5 open days,  next open,     2026-12-06T23:59",
        "7 days,       same weekday,  2026-12-08T23:59",
        "5 days,       previous open, 2026-12-06T23:59",
        "2 hours,      next open,     2026-12-01T12:00",
        "closing,      next open,     2026-12-01T23:59"
    })
    @DisplayName("B10, B11, D5: a site that never opens gets its dates at once, with a remark")
    void nobodySearchesForEver(String period, String mode, String due) {
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            var never = SiteCalendar.unknown(Lending.CHICAGO);
            var answer = due(rule("period=" + period, "closed days=" + mode), never, "2026-12-01T10:00");
            assertThat(local(answer)).isEqualTo(due);
            assertThat(kinds(answer)).contains(Kind.NO_OPEN_DAY);
        });
    }

    @ParameterizedTest(name = "{0}, {1}, lent at {2}: {3}")
    @CsvSource({
        // inside of the hours: kept
        "2 hours,    end of hours, 2026-11-30T09:00, 2026-11-30T11:00",
        "2 hours,    end of hours, 2026-11-30T11:30, 2026-11-30T13:30",
        "30 minutes, end of hours, 2026-11-30T11:30, 2026-11-30T12:00",
        "45 minutes, end of hours, 2026-11-30T11:30, 2026-11-30T12:00",
        "2 hours,    end of hours, 2026-11-30T15:00, 2026-11-30T16:00",
        // over lunch and past the end: not home for lunch
        "6 hours,    end of hours, 2026-11-30T11:00, 2026-11-30T16:00",
        // nobody is there at all: when somebody comes
        "15 minutes, end of hours, 2026-11-30T07:00, 2026-11-30T07:30",
        "2 hours,    next opening, 2026-11-30T15:00, 2026-12-01T08:00",
        "45 minutes, next opening, 2026-11-30T11:30, 2026-11-30T13:00",
        // for a night: half an hour after opening, also when the night ends just then
        "16 hours,   next opening, 2026-11-30T15:40, 2026-12-01T08:00",
        "20 hours,   next opening, 2026-11-30T15:40, 2026-12-01T11:40",
        "closing,    end of hours, 2026-11-30T10:00, 2026-11-30T16:00",
        "closing,    end of hours, 2026-11-30T16:00, 2026-12-01T16:00",
        "closing,    end of hours, 2026-12-04T17:00, 2026-12-07T16:00"
    })
    @DisplayName("D3: loans by hours end while somebody is there")
    void hoursEndInOpenHours(String period, String mode, String lent, String due) {
        var lunch = calendar(Lending.WITH_LUNCH);
        var rule = rule("period=" + period, "after hours=" + mode, "opening offset=30");
        assertThat(local(answer(rule, lunch, lent))).isEqualTo(due);
    }

    @ParameterizedTest(name = "{0} {1}, lent on {2}: {3}")
    @CsvSource({
        "exactly, 2027-05-28, 2027-05-03, 2027-05-28",
        "exactly, 2027-05-28, 2027-05-20, 2027-05-28",
        "before,  2027-05-28, 2027-05-03, 2027-05-24",
        // B20
        "before,  2027-05-28, 2027-05-20, 2027-05-28",
        "after,   2027-05-28, 2027-05-03, 2027-05-28",
        "after,   2027-05-28, 2027-05-20, 2027-06-10",
        // a Sunday: back to Friday, or on to Monday
        "before,  2027-05-30, 2027-05-20, 2027-05-28",
        "exactly, 2027-05-30, 2027-05-20, 2027-05-28",
        "after,   2027-05-30, 2027-05-03, 2027-05-31",
        // over: as without
        "before,  2027-05-28, 2027-05-31, 2027-06-21",
        "exactly, 2027-05-28, 2027-05-31, 2027-06-21"
    })
    @DisplayName("D4, B20: a ceiling keeps dates before, on or after it, and does not count when it is over")
    void ceilings(String mode, String ceiling, LocalDate lent, LocalDate on) {
        var rule = rule("period=21 days", "ceiling=" + ceiling, "ceiling mode=" + mode);
        assertThat(due(rule, SCHOOL, lent + "T10:00").on()).isEqualTo(on);
    }

    @Test
    void aCeilingNeverGoesBackToBeforeTheCheckOut() {
        var saturday = due(rule("period=21 days", "ceiling=2027-05-30"), SCHOOL, "2027-05-29T10:00");
        assertThat(saturday.on()).as("nothing is open until Sunday").isEqualTo(day("2027-05-30"));
        assertThat(kinds(saturday)).containsExactly(Kind.PERIOD, Kind.NEXT_OPEN, Kind.CEILING, Kind.NO_OPEN_DAY);
        var late = due(rule("period=21 days", "ceiling=2027-05-30", "due time=15:00"), SCHOOL, "2027-05-28T15:30");
        assertThat(late.at()).as("Friday at 15:00 is over").isEqualTo(at("2027-05-30T15:00"));
    }

    @Test
    void aCeilingHoldsForHoursOfItsOwnDayToo() {
        var exactly = rule("period=1 hours", "ceiling=2026-11-30", "ceiling mode=exactly");
        assertThat(local(answer(exactly, SCHOOL, "2026-11-27T10:00"))).isEqualTo("2026-11-30T16:00");
        assertThat(local(answer(exactly, SCHOOL, "2026-11-30T10:00")))
                .as("who borrows later returns no earlier")
                .isEqualTo("2026-11-30T16:00");
        var after = rule("period=1 hours", "ceiling=2026-11-29", "ceiling mode=after");
        assertThat(local(answer(after, SCHOOL, "2026-11-27T10:00"))).isEqualTo("2026-11-30T23:59");
        var early = rule("period=30 minutes", "ceiling=2026-11-30", "due time=15:00");
        assertThat(local(answer(early, SCHOOL, "2026-11-30T14:45")))
                .as("not made later")
                .isEqualTo("2026-11-30T15:15");
        var previous = rule("period=1 days", "ceiling=2026-11-29", "ceiling mode=after", "closed days=previous open");
        assertThat(local(answer(previous, SCHOOL, "2026-11-25T10:00")))
                .as("never before the ceiling")
                .isEqualTo("2026-11-30T23:59");
    }

    @Test
    void aCeilingOfHoursIsWhenTheDoorsClose() {
        assertThat(local(answer(rule("period=72 hours", "ceiling=2026-12-01"), SCHOOL, "2026-11-30T10:00")))
                .isEqualTo("2026-12-01T16:00");
    }

    @Test
    @DisplayName("D2: a card to January 1, closed on December 31 and January 1: due on December 30")
    void thePatronsLastDay() {
        var everyDay = open(DayOfWeek.values());
        var calendar = new SiteCalendar(
                everyDay.zone(), everyDay.week(), List.of(closed("2012-12-31", "2013-01-01", "New Year")), List.of());
        var rule = rule("period=21 days", "expiry cap=yes");
        var facts = new DueFacts(Optional.of(day("2013-01-01")), false, (day, period) -> Optional.empty());
        var due = (DueAnswer.Due) DueDates.due(rule, calendar, at("2012-12-20T10:00"), facts);
        assertThat(due.on()).isEqualTo(day("2012-12-30"));
        assertThat(kinds(due)).containsExactly(Kind.PERIOD, Kind.EXPIRY, Kind.PREVIOUS_OPEN);
        assertThat(((DueAnswer.Due) DueDates.due(rule("period=21 days"), calendar, at("2012-12-20T10:00"), facts)).on())
                .as("only where the rule says so")
                .isEqualTo(day("2013-01-10"));
    }

    @Test
    void aLoanWithoutEndHasCeilingsAllTheSame() {
        assertThat(local(answer(rule("period=unlimited"), SCHOOL, "2026-11-30T10:00")))
                .isEqualTo("never");
        assertThat(local(answer(rule("period=unlimited", "ceiling=2027-05-28"), SCHOOL, "2026-11-30T10:00")))
                .isEqualTo("2027-05-28T23:59");
    }

    @Test
    @DisplayName("B36, 2.2.6: somebody waits, and it is lent for three days")
    void whoWaitsMakesItShorter() {
        var rule = rule("period=21 days", "hold shortens=3");
        var held = new DueFacts(Optional.empty(), true, (day, period) -> Optional.empty());
        assertThat(local(DueDates.due(rule, SCHOOL, at("2026-11-30T10:00"), held)))
                .isEqualTo("2026-12-03T23:59");
        assertThat(local(DueDates.due(rule, SCHOOL, at("2026-12-02T10:00"), held)))
                .as("Saturday goes on to Monday")
                .isEqualTo("2026-12-07T23:59");
        assertThat(local(DueDates.due(rule("period=1 days", "hold shortens=3"), SCHOOL, at("2026-11-30T10:00"), held)))
                .as("never longer")
                .isEqualTo("2026-12-01T23:59");
        assertThat(local(DueDates.due(rule("period=21 days"), SCHOOL, at("2026-11-30T10:00"), held)))
                .isEqualTo("2026-12-21T23:59");
    }

    private static final LoanSchedule HALVES = new LoanSchedule(
            "Halves",
            List.of(
                    new LoanSchedule.Row(day("2026-08-17"), day("2027-01-15"), day("2027-01-08")),
                    new LoanSchedule.Row(day("2027-01-18"), day("2027-06-04"), day("2027-05-28"))));

    @ParameterizedTest(name = "lent at {0}: {1}")
    @CsvSource({
        "2026-09-01T10:00, 2027-01-08T23:59",
        "2027-01-18T00:05, 2027-05-28T23:59",
        "2027-01-12T10:00, OVER",
        "2027-01-16T10:00, SCHEDULE_GAP",
        "2027-06-05T10:00, SCHEDULE_GAP"
    })
    @DisplayName("B19: the row of the day of the check-out, by the school's clock")
    void schedules(String lent, String due) {
        assertThat(local(answer(rule(HALVES, "period=schedule Halves"), SCHOOL, lent)))
                .isEqualTo(due);
    }

    @Test
    @DisplayName("B19: a gap is named")
    void aGapIsNamed() {
        var rule = rule(HALVES, "period=schedule Halves");
        var gap = (DueAnswer.Refused) answer(rule, SCHOOL, "2027-01-16T10:00");
        assertThat(gap.reason())
                .isEqualTo(new DueProblem(
                        DueProblem.Kind.SCHEDULE_GAP,
                        "Halves",
                        Optional.of(day("2027-01-16")),
                        Optional.of(day("2027-01-17"))));
        var past = (DueAnswer.Refused) answer(rule, SCHOOL, "2027-01-12T10:00");
        assertThat(past.reason().first()).hasValue(day("2027-01-08"));
        assertThat(local(answer(rule(HALVES, "period=21 days", "ceiling=schedule Halves"), SCHOOL, "2027-05-20T10:00")))
                .as("as a ceiling")
                .isEqualTo("2027-05-28T23:59");
        assertThat(local(
                        answer(rule(HALVES, "period=200 days", "ceiling=schedule Halves"), SCHOOL, "2027-01-12T10:00")))
                .as("its date is over: the next")
                .isEqualTo("2027-05-28T23:59");
    }

    @ParameterizedTest(name = "lent on {0}: {1}")
    @CsvSource({
        "2026-09-01, 2026-12-18T23:59",
        "2026-12-18, 2026-12-18T23:59",
        // in the break: the next term
        "2026-12-21, 2027-05-28T23:59",
        "2027-05-31, NO_TERM"
    })
    void untilTheEndOfTheTerm(String lent, String due) {
        var terms = with(SCHOOL, term("Fall", "2026-08-19", "2026-12-18"), term("Spring", "2027-01-05", "2027-05-30"));
        assertThat(local(answer(rule("period=term"), terms, lent + "T10:00"))).isEqualTo(due);
        assertThat(local(answer(rule("period=14 days", "ceiling=term"), terms, "2026-12-10T10:00")))
                .isEqualTo("2026-12-18T23:59");
        assertThat(local(answer(rule("period=200 days", "ceiling=term"), terms, "2027-01-02T10:00")))
                .as("before the term begins: not over its end either")
                .isEqualTo("2027-05-28T23:59");
        assertThat(local(answer(rule("period=200 days", "ceiling=term"), terms, "2027-05-31T10:00")))
                .as("no term any more")
                .isEqualTo("2027-12-17T23:59");
    }

    @ParameterizedTest(name = "until the end of period {0}, lent at {1}: {2}")
    @CsvSource({
        "3, 2026-11-30T10:00, 2026-11-30T10:45",
        // over for today, and the next day is one with other times
        "3, 2026-11-30T10:45, 2026-12-01T09:50",
        "3, 2026-12-04T15:00, 2026-12-07T10:45",
        "9, 2026-11-30T10:00, NO_BELL"
    })
    @DisplayName("D8: until the end of a class period, by the timetable of that day")
    void bellPeriods(int period, String lent, String due) {
        var facts = new DueFacts(
                Optional.empty(),
                false,
                (day, which) -> which != 3
                        ? Optional.empty()
                        : Optional.of(
                                day.getDayOfWeek() == DayOfWeek.TUESDAY ? LocalTime.of(9, 50) : LocalTime.of(10, 45)));
        assertThat(local(DueDates.due(rule("period=period " + period), SCHOOL, at(lent), facts)))
                .isEqualTo(due);
    }

    @Test
    @DisplayName("B18: a date typed at the desk is due at 23:59, not at midnight")
    void typedDates() {
        var rule = rule("period=14 days");
        var typed = DueDates.typed(rule, SCHOOL, at("2026-11-30T10:00"), day("2026-12-04"), Optional.empty());
        assertThat(local(typed)).isEqualTo("2026-12-04T23:59");
        assertThat(local(DueDates.typed(rule, SCHOOL, at("2026-11-30T10:00"), day("2026-11-30"), Optional.empty())))
                .isEqualTo("2026-11-30T23:59");
        assertThat(local(DueDates.typed(rule, SCHOOL, at("2026-11-30T10:00"), day("2026-11-29"), Optional.empty())))
                .isEqualTo("OVER");
        var sunday = DueDates.typed(
                rule, SCHOOL, at("2026-11-30T10:00"), day("2026-12-06"), Optional.of(LocalTime.of(14, 0)));
        assertThat(local(sunday)).as("allowed, with a remark").isEqualTo("2026-12-06T14:00");
        assertThat(kinds(sunday)).containsExactly(Kind.TYPED, Kind.TYPED_CLOSED);
    }

    @Test
    void stepsStandInTheirOrder() {
        var rule = rule("period=14 days", "ceiling=2026-11-28", "expiry cap=yes", "hold shortens=2");
        var facts = new DueFacts(Optional.of(day("2026-11-27")), true, (day, period) -> Optional.empty());
        var due = (DueAnswer.Due) DueDates.due(rule, NOVEMBER, at("2026-11-12T10:00"), facts);
        assertThat(kinds(due))
                .containsExactly(
                        Kind.PERIOD, Kind.NEXT_OPEN, Kind.CEILING, Kind.PREVIOUS_OPEN, Kind.HELD, Kind.NEXT_OPEN);
        assertThat(due.on()).isEqualTo(day("2026-11-16"));
    }
}

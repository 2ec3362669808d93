package org.carrel.notices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.notices.rules.NoticeDays.Span;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.OpenHours;
import org.carrel.school.SiteCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeDaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final DayHours OPEN = new DayHours(List.of(new OpenHours(LocalTime.of(8, 0), LocalTime.of(15, 0))));

    /** Monday to Friday, but closed on Wednesday, 4 March. */
    private static SiteCalendar calendar() {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) if (day.getValue() <= 5) week.put(day, OPEN);
        var wednesday = MONDAY.plusDays(2);
        var closure = new Closure(1, wednesday, wednesday, "Snow", "Nieve", DayHours.CLOSED);
        return new SiteCalendar(ZoneId.of("America/Chicago"), week, List.of(closure), List.of());
    }

    @ParameterizedTest(name = "due {0}, {1} open days before: {2}")
    @CsvSource(textBlock = """
            2026-03-10, 1, 2026-03-09
            # over a weekend
            2026-03-09, 1, 2026-03-06
            2026-03-09, 2, 2026-03-05
            # over a closed day
            2026-03-05, 1, 2026-03-03
            # due on a closed day, as a vendor of rules may say
            2026-03-08, 1, 2026-03-06
            """)
    void aReminderComesSoManyOpenDaysBefore(LocalDate due, int days, LocalDate reminded) {
        assertThat(NoticeDays.dueSoon(due, days, calendar())).hasValue(reminded);
    }

    @Test
    void aSiteThatNeverOpensReminderOfNothing() {
        assertThat(NoticeDays.dueSoon(MONDAY, 1, SiteCalendar.unknown(ZoneId.of("America/Chicago"))))
                .isEmpty();
        assertThat(NoticeDays.span(Optional.empty(), MONDAY, SiteCalendar.unknown(ZoneId.of("America/Chicago"))))
                .as("quiet on closed days")
                .isEmpty();
    }

    @ParameterizedTest(name = "on {1}, written last for {0}: after {2}")
    @CsvSource(textBlock = """
            2026-03-02, 2026-03-03, 2026-03-02
            # the first time
            '',         2026-03-03, 2026-03-02
            # Thursday also stands for the closed Wednesday, Monday for the weekend
            2026-03-03, 2026-03-05, 2026-03-03
            2026-03-06, 2026-03-09, 2026-03-06
            # done, or closed
            2026-03-03, 2026-03-03, ''
            2026-03-04, 2026-03-03, ''
            2026-03-03, 2026-03-04, ''
            2026-03-06, 2026-03-07, ''
            # nobody hears of a whole summer at once
            2025-06-01, 2026-03-03, 2026-02-17
            """)
    void anOpenDayStandsForTheClosedOnesBeforeIt(String planned, LocalDate today, String after) {
        var last = planned.isEmpty() ? Optional.<LocalDate>empty() : Optional.of(LocalDate.parse(planned));
        var span = NoticeDays.span(last, today, calendar());
        if (after.isEmpty()) assertThat(span).isEmpty();
        else assertThat(span).hasValue(new Span(LocalDate.parse(after), today));
    }

    @Test
    void stagesAndDigestsFallIntoTheSpan() {
        var monday = new Span(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 3, 9));
        assertThat(NoticeDays.isStage(LocalDate.of(2026, 3, 1), List.of(1, 7), monday))
                .isTrue();
        assertThat(NoticeDays.isStage(LocalDate.of(2026, 3, 1), List.of(1, 9), monday))
                .isFalse();
        assertThat(NoticeDays.isStage(LocalDate.of(2026, 3, 1), List.of(), monday))
                .isFalse();
        assertThat(monday.holds(DayOfWeek.SATURDAY)).isTrue();
        assertThat(monday.holds(DayOfWeek.FRIDAY)).isFalse();
    }

    /** Whichever days are open: each stage is told on exactly one of them, and never on a closed one. */
    @Property
    void eachStageIsToldOnceOnAnOpenDay(
            @ForAll @IntRange(min = 0, max = 20) int dueIn, @ForAll @IntRange(min = 1, max = 30) int stage) {
        var calendar = calendar();
        var due = MONDAY.plusDays(dueIn);
        var told = new ArrayList<LocalDate>();
        var planned = Optional.of(MONDAY.minusDays(1));
        for (var day = MONDAY; day.isBefore(MONDAY.plusDays(70)); day = day.plusDays(1)) {
            var span = NoticeDays.span(planned, day, calendar);
            if (span.isEmpty()) continue;
            planned = Optional.of(day);
            if (NoticeDays.isStage(due, List.of(stage), span.get())) told.add(day);
        }
        assertThat(told).hasSize(1).allMatch(calendar::isOpenOn);
        assertThat(new HashSet<>(told)).allMatch(day -> !day.isBefore(due.plusDays(stage)));
    }
}

package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.carrel.scheduling.TimetablePlan;
import org.carrel.scheduling.TimetableProblem;
import org.carrel.scheduling.TimetableProblem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableFileTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final LocalDate CLOSED = LocalDate.of(2026, 8, 26);

    private static TimetableFile.Read read(String text) {
        return TimetableFile.read(text, List.of("EARLY"), day -> !day.equals(CLOSED), FIRST);
    }

    private static TimetablePlan plan(String text) {
        var read = read(text);
        assertThat(read.problems()).isEmpty();
        return read.plan().orElseThrow();
    }

    @Test
    void daysTakeTypesInTurnAndAClosedDayTakesNone() {
        var days = plan("type,A,A day\ntype,B,B day\ndays,2026-08-24,8/28/2026,A B")
                .days();
        assertThat(days.values()).containsExactly("A", "B", "A", "B");
        assertThat(days).doesNotContainKey(CLOSED).containsEntry(CLOSED.plusDays(1), "A");
    }

    @Test
    void daysOfTheWeekAreNamedInEnglishAndSpanish() {
        assertThat(plan("days,2026-08-03,2026-08-16,EARLY,Fri").days().keySet())
                .containsExactly(LocalDate.of(2026, 8, 7), LocalDate.of(2026, 8, 14));
        assertThat(plan("days,2026-08-03,2026-08-09,EARLY,mié-vie dom").days().keySet())
                .containsExactly(
                        LocalDate.of(2026, 8, 5),
                        LocalDate.of(2026, 8, 6),
                        LocalDate.of(2026, 8, 7),
                        LocalDate.of(2026, 8, 9));
    }

    @Test
    void aLaterLineHasTheLastWord() {
        var days = plan("type,A,A day\ndays,2026-08-03,2026-08-07,A\nday,2026-08-05,EARLY")
                .days();
        assertThat(days).hasSize(5).containsEntry(LocalDate.of(2026, 8, 5), "EARLY");
    }

    @Test
    void bellsOfLaterDaysAreAnotherVersion() {
        var bells = plan("type,A,A day\nbell,A,1,,8:10,8:55\nbell,A,1,One,8:30,9:10,2027-01-05")
                .bells();
        assertThat(bells).extracting(each -> each.bells().from()).containsExactly(FIRST, LocalDate.of(2027, 1, 5));
        assertThat(bells.getFirst().bells().periods().getFirst().name()).isEqualTo("1");
    }

    @Test
    void spreadsheetsCopyTabsAndRemarksArePassedOver() {
        assertThat(plan("# bells\n\ntype\tA\tA day\tDía A\tclosed\n").types())
                .singleElement()
                .satisfies(type -> assertThat(type.school()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "week,A|NO_LINE|week",
                "type,A B,Name|NO_CODE|A B",
                "type,A|NO_NAME|''",
                "bell,Z,1,One,8:10,8:55|NO_TYPE|Z",
                "bell,EARLY,100,One,8:10,8:55|NO_NUMBER|100",
                "bell,EARLY,1,One,8:10,24:00|NO_TIME|24:00",
                "bell,EARLY,1,One,8:10,8:10|BACKWARDS|8:10",
                "day,2026-02-30,EARLY|NO_DAY|2026-02-30",
                "days,2026-08-03,2026-08-02,EARLY|NO_RANGE|2026-08-02",
                "days,2026-08-03,2027-08-04,EARLY|NO_RANGE|2027-08-04",
                "days,2026-08-03,2026-08-07,EARLY,Xyz|NO_WEEKDAY|Xyz",
                "days,2026-08-03,2026-08-07,EARLY,M|NO_WEEKDAY|M"
            })
    void whatIsWrongIsSaidAtItsLine(String line, Kind kind, String detail) {
        assertThat(read("# remark\n" + line).problems()).containsExactly(new TimetableProblem(2, kind, detail));
    }

    @Test
    void periodsOfTheSameBellsDoNotOverlapOrRepeat() {
        assertThat(read("bell,EARLY,1,One,8:10,8:55\nbell,EARLY,1,Two,9:00,9:45\nbell,EARLY,3,Three,8:50,9:00")
                        .problems())
                .containsExactly(
                        new TimetableProblem(2, Kind.NUMBER_TWICE, "1"), new TimetableProblem(3, Kind.OVERLAP, "One"));
        assertThat(read("bell,EARLY,1,One,8:10,8:55\nbell,EARLY,2,Two,8:55,9:45")
                        .problems())
                .as("touching")
                .isEmpty();
    }

    @Test
    void nothingIsNotATimetable() {
        assertThat(read("# only remarks\n").problems()).containsExactly(new TimetableProblem(0, Kind.EMPTY, ""));
        assertThat(read("day,2026-08-05,EARLY\n".repeat(TimetableFile.MAX_LINES + 1))
                        .problems())
                .containsExactly(new TimetableProblem(0, Kind.TOO_MANY_LINES, "2000"));
    }
}

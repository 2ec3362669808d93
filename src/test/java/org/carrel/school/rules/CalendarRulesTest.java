package org.carrel.school.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.carrel.platform.Days;
import org.carrel.school.Closure;
import org.carrel.school.ClosureDraft;
import org.carrel.school.DayHours;
import org.carrel.school.SchoolProblem;
import org.carrel.school.SchoolProblem.Field;
import org.carrel.school.SchoolProblem.Kind;
import org.carrel.school.Term;
import org.carrel.school.TermDraft;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarRulesTest {
    private static final Closure LABOR_DAY =
            new Closure(7, LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 7), "Labor Day", "", DayHours.CLOSED);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            7:30-16:00                    | 07:30-16:00
            7:30 AM – 4 PM                | 07:30-16:00
            8-12, 12:30-16                | 08:00-12:00, 12:30-16:00
            12:30pm-4pm; 8am to 12pm      | 08:00-12:00, 12:30-16:00
            08:00-12:00,12:00-15:00       | 08:00-15:00
            12 a.m. - 12 p.m.             | 00:00-12:00
            closed                        | ''
            Cerrado                       | ''
            ''                            | ''
            """)
    void hoursAreReadHoweverTheyAreTyped(String typed, String read) {
        var hours = HoursText.read(typed);
        assertThat(hours.problem()).isEmpty();
        assertThat(HoursText.write(hours.hours())).isEqualTo(read);
        assertThat(HoursText.read(read).hours()).isEqualTo(hours.hours());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            morning               | NO_HOURS
            7:30                  | NO_HOURS
            7:30-24:00            | NO_HOURS
            7:61-9:00             | NO_HOURS
            13pm-4pm              | NO_HOURS
            8-12,                 | NO_HOURS
            16:00-7:30            | HOURS_BACKWARDS
            8:00-8:00             | HOURS_BACKWARDS
            8:00-12:00, 11-15     | HOURS_OVERLAP
            """)
    void hoursThatMakeNoSenseAreTold(String typed, Kind kind) {
        assertThat(HoursText.read(typed).problem()).hasValue(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "13/01/2026", "11/26/26", "yesterday", "0026-11-26", "2026-11-26T00:00"})
    void whatIsNoDayIsNone(String typed) {
        assertThat(Days.read(typed)).isEmpty();
    }

    @Test
    void aDayMayBeTypedAsBrowsersSendItOrAsPeopleWriteIt() {
        assertThat(Days.read("2026-11-26")).isEqualTo(Days.read("11/26/2026")).hasValue(LocalDate.of(2026, 11, 26));
    }

    @Test
    void everythingThatIsWrongWithAClosureIsToldAtOnce() {
        var draft = new ClosureDraft("2026-11-31", "tomorrow", " ", "x".repeat(101), "always");
        assertThat(CalendarRules.closure(draft, List.of()).problems())
                .extracting(SchoolProblem::field, SchoolProblem::kind)
                .containsExactly(
                        tuple(Field.FIRST, Kind.NO_DAY),
                        tuple(Field.LAST, Kind.NO_DAY),
                        tuple(Field.REASON_EN, Kind.EMPTY),
                        tuple(Field.REASON_ES, Kind.TOO_LONG),
                        tuple(Field.HOURS, Kind.NO_HOURS));
    }

    @Test
    void closuresAndTermsDoNotOverlap() {
        var draft = new ClosureDraft("2026-09-05", "2026-09-07", "Long weekend", "", "");
        assertThat(CalendarRules.closure(draft, List.of(LABOR_DAY)).problems())
                .containsExactly(SchoolProblem.of(Field.FIRST, Kind.CLOSURE_OVERLAPS, "Labor Day"));
        var fall = new Term(1, "Fall", LocalDate.of(2026, 8, 19), LocalDate.of(2026, 12, 18));
        assertThat(CalendarRules.term(new TermDraft("Spring", "2026-12-18", "2027-05-28"), List.of(fall))
                        .problems())
                .containsExactly(SchoolProblem.of(Field.FIRST, Kind.TERM_OVERLAPS, "Fall"));
        assertThat(CalendarRules.term(new TermDraft("Spring", "2026-12-19", "2027-05-28"), List.of(fall))
                        .found())
                .isPresent();
        assertThat(CalendarRules.term(new TermDraft("Spring", "2027-05-28", "2026-12-19"), List.of())
                        .problems())
                .containsExactly(SchoolProblem.of(Field.LAST, Kind.BACKWARDS, ""));
        assertThat(CalendarRules.term(new TermDraft("Ages", "2027-01-01", "2028-06-01"), List.of())
                        .problems())
                .containsExactly(SchoolProblem.of(Field.LAST, Kind.TOO_MANY_DAYS, "366"));
    }

    @Test
    void aListIsPastedFromASpreadsheetOrAsCsv() {
        var pasted = """
                First day\tLast day\tReason\tIn Spanish\tHours
                9/7/2026\t\tLabor Day\tDía del Trabajo

                2026-11-26\t2026-11-27\tThanksgiving, at home
                """;
        assertThat(CalendarRules.closures(pasted, List.of()).found().orElseThrow())
                .extracting(Closure::first, Closure::last, Closure::reasonEn, Closure::reasonEs)
                .containsExactly(
                        tuple(LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 7), "Labor Day", "Día del Trabajo"),
                        tuple(LocalDate.of(2026, 11, 26), LocalDate.of(2026, 11, 27), "Thanksgiving, at home", ""));
        var quoted = "2026-12-18,,\"Last day, \"\"short\"\"\",,\"7:30-12:00, 13:00-14:00\"";
        var one =
                CalendarRules.closures(quoted, List.of()).found().orElseThrow().getFirst();
        assertThat(one.reasonEn()).isEqualTo("Last day, \"short\"");
        assertThat(one.hours().intervals()).hasSize(2);
    }

    @Test
    void whatIsWrongInAListIsToldAtItsLineAndNothingIsTaken() {
        var pasted = """
                day,,why
                2026-09-07,,Labor Day
                2026-10-40,,No such day
                2026-10-12,,
                2026-09-01,2026-09-30,All September
                """;
        var read = CalendarRules.closures(pasted, List.of());
        assertThat(read.found()).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        SchoolProblem.of(Field.FIRST, Kind.NO_DAY, "2026-10-40").in(3),
                        SchoolProblem.of(Field.REASON_EN, Kind.EMPTY, "").in(4),
                        SchoolProblem.of(Field.FIRST, Kind.CLOSURE_OVERLAPS, "Labor Day")
                                .in(5));
        assertThat(CalendarRules.closures(" \n", List.of()).problems())
                .containsExactly(SchoolProblem.of(Field.LINE, Kind.EMPTY, ""));
        assertThat(CalendarRules.closures("\n".repeat(600), List.of()).problems())
                .contains(SchoolProblem.of(Field.LINE, Kind.TOO_MANY_LINES, "500"));
    }

    @ParameterizedTest
    @DisplayName("B24: only regions are time zones")
    @ValueSource(strings = {"UTC+7", "GMT-6", "-06:00", "Etc/GMT+6", "CST", "America/Springfield", ""})
    void whatIsNoRegionIsNoTimeZone(String zone) {
        assertThat(SiteRules.zone(zone)).isEmpty();
    }

    @Test
    void regionsAreTimeZones() {
        assertThat(SiteRules.zone("America/Chicago")).isPresent();
        assertThat(SiteRules.zones()).contains("America/New_York", "Pacific/Honolulu", "America/Indiana/Knox");
    }
}

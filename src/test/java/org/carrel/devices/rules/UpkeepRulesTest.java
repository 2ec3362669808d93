package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.school.Closure;
import org.carrel.school.DayHours;
import org.carrel.school.OpenHours;
import org.carrel.school.SiteCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpkeepRulesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final SiteCalendar SCHOOL = school();

    /** Open from Monday to Friday, closed for two weeks from 21 December. */
    private static SiteCalendar school() {
        var hours = new DayHours(List.of(new OpenHours(LocalTime.of(8, 0), LocalTime.of(15, 0))));
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) if (day.getValue() <= 5) week.put(day, hours);
        var holidays = new Closure(
                1, LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 3), "Break", "Vacaciones", DayHours.CLOSED);
        return new SiteCalendar(ZoneId.of("America/Chicago"), week, List.of(holidays), List.of());
    }

    @ParameterizedTest(name = "every {0} days, school days: {1}, from Monday: {2}")
    @CsvSource(textBlock = """
            1, false, 2026-12-01
            7, false, 2026-12-07
            # five school days later is the next Monday
            5, true, 2026-12-07
            # the break does not count: fifteen are the Monday after it and 14 the Friday before
            14, true, 2026-12-18
            15, true, 2027-01-04
            """)
    void theNextTimeIsDue(int every, boolean schoolDays, LocalDate due) {
        assertThat(UpkeepRules.due(MONDAY, every, schoolDays, SCHOOL)).isEqualTo(due);
    }

    /** What a list asks the database is what the rule says of each. */
    @Property
    void aListFindsJustWhatIsDue(
            @ForAll @IntRange(min = 1, max = 60) int every,
            @ForAll @IntRange(min = 0, max = 150) int since,
            @ForAll @IntRange(min = 0, max = 150) int by,
            @ForAll boolean schoolDays) {
        var last = MONDAY.plusDays(since);
        var today = MONDAY.plusDays(by);
        var due = !UpkeepRules.due(last, every, schoolDays, SCHOOL).isAfter(today);
        var cutoff = UpkeepRules.lastDayThatIsDue(today, every, schoolDays, SCHOOL);
        assertThat(!last.isAfter(cutoff)).isEqualTo(due);
    }

    @Test
    void whereTheSchoolIsNeverOpenEveryDayCounts() {
        var unknown = SiteCalendar.unknown(ZoneId.of("UTC"));
        assertThat(UpkeepRules.due(MONDAY, 10, true, unknown)).isEqualTo(MONDAY.plusDays(10));
        assertThat(UpkeepRules.lastDayThatIsDue(MONDAY, 10, true, unknown)).isEqualTo(MONDAY.minusDays(10));
    }

    @ParameterizedTest(name = "meter {0}, then {1}, every {2}: {3}")
    @CsvSource(textBlock = """
            2100, 100, 2000, 0
            2099, 100, 2000, -1
            # a new lamp set the meter back
            50, 1900, 2000, -1950
            # nobody has read it
            , , 2000, -2000
            """)
    void hoursBeyondTheInterval(@Nullable Integer read, @Nullable Integer then, int every, int over) {
        assertThat(UpkeepRules.hoursOver(some(read), some(then), every)).isEqualTo(over);
    }

    private static OptionalInt some(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}

package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.school.DayHours;
import org.carrel.school.SiteCalendar;
import org.carrel.school.rules.HoursText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaClockTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** Monday to Friday, eight hours with an hour's break. */
    private static final SiteCalendar SCHOOL = calendar();

    private static SiteCalendar calendar() {
        var week = new EnumMap<DayOfWeek, DayHours>(DayOfWeek.class);
        for (var day : DayOfWeek.values())
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0)
                week.put(day, HoursText.read("08:00-12:00, 13:00-16:00").hours());
        return new SiteCalendar(CHICAGO, week, List.of(), List.of());
    }

    @ParameterizedTest(name = "opened {0}, {1} open hours: {2}")
    @CsvSource({
        // a Monday morning: after the break
        "2026-11-30T16:00:00Z, 3, 2026-11-30T20:00:00Z",
        // over night
        "2026-11-30T21:00:00Z, 3, 2026-12-01T16:00:00Z",
        // on a Saturday: from Monday on
        "2026-11-28T15:00:00Z, 7, 2026-11-30T22:00:00Z",
        // a week of open hours
        "2026-11-30T14:00:00Z, 35, 2026-12-04T22:00:00Z"
    })
    void onlyOpenHoursCount(Instant opened, int hours, Instant due) {
        assertThat(SlaClock.due(SCHOOL, opened, hours)).contains(due);
    }

    @Property
    void moreHoursAreNeverEarlier(
            @ForAll @IntRange(max = 100_000) int minutes, @ForAll @IntRange(min = 1, max = 300) int hours) {
        var opened = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(60L * minutes);
        var due = SlaClock.due(SCHOOL, opened, hours).orElseThrow();
        assertThat(due)
                .isAfter(opened)
                .isBefore(SlaClock.due(SCHOOL, opened, hours + 1).orElseThrow());
    }

    @Property
    void aSchoolThatNeverOpensIsNeverLate(@ForAll @IntRange(min = 1, max = 300) int hours) {
        assertThat(SlaClock.due(SiteCalendar.unknown(CHICAGO), Instant.EPOCH, hours))
                .isEmpty();
    }
}

package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.devices.RepairEvent;
import org.carrel.school.DayHours;
import org.carrel.school.SiteCalendar;
import org.carrel.school.rules.HoursText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaClockTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    /** When the school opens on the last of November. */
    private static final Instant MONDAY = Instant.parse("2026-11-30T14:00:00Z");

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
        assertThat(SlaClock.due(SCHOOL, opened, hours, List.of())).contains(due);
    }

    /** Eight open hours from Monday morning would end on Tuesday at 15:00Z. */
    @ParameterizedTest(name = "waits from {0} to {1}: {2}")
    @CsvSource({
        // two hours of Monday
        "2026-11-30T15:00:00Z, 2026-11-30T17:00:00Z, 2026-12-01T17:00:00Z",
        // over the break, which would not count anyway
        "2026-11-30T17:00:00Z, 2026-11-30T20:00:00Z, 2026-12-01T17:00:00Z",
        // over night: nothing of the school's time
        "2026-11-30T22:00:00Z, 2026-12-01T14:00:00Z, 2026-12-01T15:00:00Z",
        // over a week
        "2026-11-30T16:00:00Z, 2026-12-07T16:00:00Z, 2026-12-08T15:00:00Z",
        // when it was late already
        "2026-12-02T16:00:00Z, 2026-12-03T16:00:00Z, 2026-12-01T15:00:00Z",
        // still, and it was not late
        "2026-11-30T16:00:00Z, , ",
        // still, and it was late before
        "2026-12-02T16:00:00Z, , 2026-12-01T15:00:00Z"
    })
    void whileItWaitsTheClockStands(Instant from, @Nullable Instant until, @Nullable Instant due) {
        var wait = new SlaClock.Wait(from, Optional.ofNullable(until));
        assertThat(SlaClock.due(SCHOOL, MONDAY, 8, List.of(wait))).isEqualTo(Optional.ofNullable(due));
    }

    @Test
    void aTicketWaitsForPartsAndForTheFamily() {
        var parts = MONDAY.plusSeconds(60);
        var family = MONDAY.plusSeconds(120);
        var here = MONDAY.plusSeconds(180);
        var again = MONDAY.plusSeconds(240);
        var events = List.of(
                event(MONDAY, RepairEvent.Kind.OPENED, "", "SCREEN"),
                event(parts, RepairEvent.Kind.STEP, "NEW", "WAITING_PARTS"),
                event(parts, RepairEvent.Kind.NOTE, "", ""),
                event(family, RepairEvent.Kind.STEP, "WAITING_PARTS", "WAITING_FAMILY"),
                event(here, RepairEvent.Kind.STEP, "WAITING_FAMILY", "TRIAGED"),
                event(again, RepairEvent.Kind.STEP, "TRIAGED", "WAITING_PARTS"));
        assertThat(SlaClock.waits(events))
                .containsExactly(
                        new SlaClock.Wait(parts, Optional.of(here)), new SlaClock.Wait(again, Optional.empty()));
        assertThat(SlaClock.waits(events.subList(0, 1))).isEmpty();
    }

    private static RepairEvent event(Instant at, RepairEvent.Kind kind, String was, String becomes) {
        return new RepairEvent(at, kind, "", was, becomes, "");
    }

    /** However it waits, it has its hours: so many of the school's time lie between opening and end outside of the waits. */
    @Property(tries = 50)
    void aWaitIsGivenBack(
            @ForAll @IntRange(max = 20_000) int begins,
            @ForAll @IntRange(max = 20_000) int lasts,
            @ForAll @IntRange(min = 1, max = 100) int hours) {
        var from = MONDAY.plusSeconds(60L * begins);
        var until = from.plusSeconds(60L * lasts);
        var waits = List.of(new SlaClock.Wait(from, Optional.of(until)));
        var due = SlaClock.due(SCHOOL, MONDAY, hours, waits).orElseThrow();
        var minutes = 0;
        for (var at = MONDAY; at.isBefore(due); at = at.plusSeconds(60))
            if (SCHOOL.isOpenAt(at) && (at.isBefore(from) || !at.isBefore(until))) minutes++;
        assertThat(minutes).isEqualTo(hours * 60);
    }

    @Property
    void moreHoursAreNeverEarlier(
            @ForAll @IntRange(max = 100_000) int minutes, @ForAll @IntRange(min = 1, max = 300) int hours) {
        var opened = Instant.parse("2026-11-01T00:00:00Z").plusSeconds(60L * minutes);
        var due = SlaClock.due(SCHOOL, opened, hours, List.of()).orElseThrow();
        assertThat(due)
                .isAfter(opened)
                .isBefore(SlaClock.due(SCHOOL, opened, hours + 1, List.of()).orElseThrow());
    }

    @Property
    void aSchoolThatNeverOpensIsNeverLate(@ForAll @IntRange(min = 1, max = 300) int hours) {
        assertThat(SlaClock.due(SiteCalendar.unknown(CHICAGO), Instant.EPOCH, hours, List.of()))
                .isEmpty();
    }
}

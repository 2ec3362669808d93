package org.carrel.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever the zone, the hours and the day: also nights in which clocks are put forward or back. */
class AnyCalendarTest {
    /** Among them half-hour changes, changes at midnight, and one that never changes. */
    private static final List<String> ZONES = List.of(
            "America/Chicago",
            "America/Los_Angeles",
            "America/Havana",
            "America/Phoenix",
            "Asia/Beirut",
            "Atlantic/Azores",
            "Australia/Lord_Howe",
            "Europe/Dublin",
            "Pacific/Auckland");

    @Provide
    static Arbitrary<SiteCalendar> calendars() {
        var zones = Arbitraries.of(ZONES).map(ZoneId::of);
        var week = Arbitraries.maps(Arbitraries.of(DayOfWeek.class), hours()).ofMaxSize(7);
        var closures = Combinators.combine(days(), Arbitraries.integers().between(0, 40), hours())
                .as((first, more, hours) -> new Closure(0, first, first.plusDays(more), "Why", "", hours))
                .list()
                .ofMaxSize(3)
                .map(AnyCalendarTest::apart);
        return Combinators.combine(zones, week, closures)
                .as((zone, usual, closed) -> new SiteCalendar(zone, usual, closed, List.of()));
    }

    /** Often closed, often at night. */
    static Arbitrary<DayHours> hours() {
        return Arbitraries.integers()
                .between(0, 24 * 12 - 1)
                .set()
                .ofMaxSize(6)
                .map(fives -> fives.stream().sorted().toList())
                .map(fives -> {
                    var all = new ArrayList<OpenHours>();
                    for (var i = 0; i + 1 < fives.size(); i += 2)
                        all.add(new OpenHours(time(fives.get(i)), time(fives.get(i + 1))));
                    return new DayHours(all);
                });
    }

    private static LocalTime time(int fives) {
        return LocalTime.ofSecondOfDay(fives * 300L);
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        var any = Arbitraries.longs().between(0, 1_000).map(LocalDate.of(2026, 1, 1)::plusDays);
        var changing = Arbitraries.of(
                        "2026-03-08",
                        "2026-11-01",
                        "2026-03-29",
                        "2026-10-25",
                        "2026-04-05",
                        "2026-10-04",
                        "2026-09-27")
                .map(LocalDate::parse);
        return Arbitraries.frequencyOf(Tuple.of(2, any), Tuple.of(1, changing));
    }

    private static List<Closure> apart(List<Closure> closures) {
        var all = new ArrayList<Closure>();
        for (var one : closures)
            if (all.stream().noneMatch(other -> other.overlaps(one.first(), one.last()))) all.add(one);
        return all;
    }

    @Property
    void spansOfADayAreInOrderApartAndNeverEmpty(
            @ForAll("calendars") SiteCalendar calendar, @ForAll("days") LocalDate day) {
        var last = Instant.MIN;
        for (var span : calendar.spans(day)) {
            assertThat(span.from()).isBefore(span.until()).isAfterOrEqualTo(last);
            last = span.until();
        }
        assertThat(calendar.spans(day).size())
                .isLessThanOrEqualTo(calendar.hoursOn(day).intervals().size());
    }

    @Property
    void itIsOpenWhenTheClockOnTheWallSaysSo(
            @ForAll("calendars") SiteCalendar calendar, @ForAll("days") LocalDate day) {
        for (var moment = day.atStartOfDay(calendar.zone()).toInstant();
                calendar.today(moment).equals(day);
                moment = moment.plusSeconds(300)) {
            var wall = moment.atZone(calendar.zone()).toLocalDateTime();
            if (calendar.zone().getRules().getValidOffsets(wall).size() > 1) continue;
            var says = calendar.hoursOn(day).intervals().stream()
                    .anyMatch(hours -> !wall.toLocalTime().isBefore(hours.opens())
                            && wall.toLocalTime().isBefore(hours.closes()));
            assertThat(calendar.isOpenAt(moment)).as("%s", wall).isEqualTo(says);
        }
    }

    @Property
    void theNextOpenDayIsTheFirstOne(@ForAll("calendars") SiteCalendar calendar, @ForAll("days") LocalDate day) {
        var next = calendar.nextOpenDay(day);
        var end = next.orElse(day.plusDays(SiteCalendar.SEARCHED + 1L));
        assertThat(day.plusDays(1).datesUntil(end)).noneMatch(calendar::isOpenOn);
        next.ifPresent(found -> {
            assertThat(calendar.isOpenOn(found)).isTrue();
            assertThat(calendar.openDaysBetween(day, found)).isEqualTo(1);
            assertThat(calendar.previousOpenDay(found.plusDays(1))).hasValue(found);
        });
    }

    @Property
    void countingOpenDaysAndGoingThatFarAreTheSame(
            @ForAll("calendars") SiteCalendar calendar, @ForAll("days") LocalDate day) {
        for (var count : List.of(1, 5, 21))
            calendar.plusOpenDays(day, count).ifPresent(far -> assertThat(calendar.openDaysBetween(day, far))
                    .isEqualTo(Long.valueOf(count)));
    }

    @Property
    void theNextMomentThatIsOpenIsOpenAndNotBefore(
            @ForAll("calendars") SiteCalendar calendar, @ForAll("days") LocalDate day) {
        var moment = day.atTime(2, 30).atZone(calendar.zone()).toInstant();
        calendar.openFrom(moment).ifPresent(from -> {
            assertThat(from).isAfterOrEqualTo(moment);
            assertThat(calendar.isOpenAt(from)).isTrue();
        });
        assertThat(calendar.stateAt(moment)).isNotNull();
    }

    /** So that the properties cannot pass for want of open days. */
    @Property(tries = 200)
    void mostCalendarsHaveOpenDays(@ForAll("calendars") SiteCalendar calendar) {
        Statistics.label("closed for ever").collect(calendar.week().isEmpty());
        Statistics.label("closed for ever")
                .coverage(checker -> checker.check(false).percentage(share -> share > 50));
    }
}

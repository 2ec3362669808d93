package org.carrel.scheduling;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.carrel.school.SiteCalendar;

/**
 * The days of a site and their bells.
 *
 * @param zone in which its days and hours are meant
 * @param days type of each day that has one; a day without is no school day
 * @param bells of each type, in the order of their first days
 */
public record Timetable(ZoneId zone, NavigableMap<LocalDate, DayType> days, Map<Long, List<BellSchedule>> bells)
        implements Serializable {
    public Timetable {
        days = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(days));
        var sorted = new HashMap<Long, List<BellSchedule>>();
        bells.forEach((type, versions) -> sorted.put(
                type,
                versions.stream()
                        .sorted((one, other) -> one.from().compareTo(other.from()))
                        .toList()));
        bells = Map.copyOf(sorted);
    }

    /** A site whose timetable nobody has told. */
    public static Timetable unknown(ZoneId zone) {
        return new Timetable(zone, new TreeMap<>(), Map.of());
    }

    public Optional<DayType> typeOn(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    public boolean isSchoolDay(LocalDate day) {
        return typeOn(day).filter(DayType::school).isPresent();
    }

    /** In the order of the day; none when there is no school or nobody has told them. */
    public List<BellPeriod> periodsOn(LocalDate day) {
        var type = typeOn(day).filter(DayType::school);
        if (type.isEmpty()) return List.of();
        return bells.getOrDefault(type.get().id(), List.of()).stream()
                .filter(version -> !version.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .map(BellSchedule::periods)
                .orElse(List.of());
    }

    public Optional<BellPeriod> period(LocalDate day, int number) {
        return periodsOn(day).stream()
                .filter(period -> period.number() == number)
                .findFirst();
    }

    /**
     * When it is from the beginning of one period to the end of another on that day. By the rules of the zone: an hour that the clock
     * skips in spring begins when it is skipped.
     *
     * @return empty when the day does not have both, or not in this order
     */
    public Optional<TimeSpan> span(LocalDate day, int first, int last) {
        var starts = period(day, first).map(BellPeriod::starts);
        var ends = period(day, last).map(BellPeriod::ends);
        if (starts.isEmpty() || ends.isEmpty() || !starts.get().isBefore(ends.get())) return Optional.empty();
        var from = at(day, starts.get());
        var until = at(day, ends.get());
        return from.isBefore(until) ? Optional.of(new TimeSpan(from, until)) : Optional.empty();
    }

    private java.time.Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time.truncatedTo(ChronoUnit.MINUTES)).atZone(zone).toInstant();
    }

    /** Days with school of these, first and last included, in order. */
    public List<LocalDate> schoolDays(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) return List.of();
        return days.subMap(first, true, last, true).entrySet().stream()
                .filter(day -> day.getValue().school())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many days with school come after the first of these, up to the last; 0 when the last is not later. */
    public int schoolDaysAfter(LocalDate first, LocalDate last) {
        return schoolDays(first.plusDays(1), last).size();
    }

    /** Whether nothing but days without school lies between two days. */
    public boolean follow(LocalDate one, LocalDate next) {
        return one.isBefore(next) && schoolDaysAfter(one, next.minusDays(1)) == 0;
    }

    /** The same without the days on which the calendar of the site says closed: whatever type they have, nobody comes to school. */
    public Timetable within(SiteCalendar calendar) {
        var open = new TreeMap<>(days);
        calendar.closures().stream()
                .filter(closure -> closure.hours().isClosed())
                .forEach(closure ->
                        open.subMap(closure.first(), true, closure.last(), true).clear());
        return new Timetable(zone, open, bells);
    }

    /** The same with other types on some days. */
    public Timetable with(Map<LocalDate, DayType> changed) {
        var all = new TreeMap<>(days);
        all.putAll(changed);
        return new Timetable(zone, all, bells);
    }

    /**
     * The last period of what has as many periods on another day as it has on this one.
     *
     * @param day on which it is from one period to another
     * @param from where it begins on the other day
     * @return empty when the other day has not so many
     */
    public OptionalInt lastPeriod(LocalDate day, int first, int last, LocalDate other, int from) {
        var here = periodsOn(day).stream().map(BellPeriod::number).toList();
        var there = periodsOn(other).stream().map(BellPeriod::number).toList();
        var at = there.indexOf(from) + here.indexOf(last) - here.indexOf(first);
        return there.contains(from) && at < there.size() ? OptionalInt.of(there.get(at)) : OptionalInt.empty();
    }

    /** All numbers of periods that some day of these has, in the order in which they come on most days. */
    public List<Integer> numbers(Collection<LocalDate> these) {
        var numbers = new ArrayList<Integer>();
        these.forEach(day -> periodsOn(day).stream()
                .map(BellPeriod::number)
                .filter(number -> !numbers.contains(number))
                .forEach(numbers::add));
        numbers.sort(null);
        return List.copyOf(numbers);
    }
}

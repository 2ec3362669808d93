package org.carrel.school;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * When a site is open. Every search for an open day ends after a year without one: a site that never opens answers empty, and
 * whoever asks goes on without a calendar.
 *
 * @param zone in which its days and hours are meant
 * @param week usual hours; a day that is not there is closed
 * @param closures none overlaps another
 * @param terms none overlaps another
 */
public record SiteCalendar(ZoneId zone, Map<DayOfWeek, DayHours> week, List<Closure> closures, List<Term> terms)
        implements Serializable {
    /** So many days are looked through for an open one. */
    public static final int SEARCHED = 366;

    public SiteCalendar {
        week = Map.copyOf(week);
        closures = List.copyOf(closures);
        terms = List.copyOf(terms);
    }

    /** A site of which nothing is known: never open. */
    public static SiteCalendar unknown(ZoneId zone) {
        return new SiteCalendar(zone, Map.of(), List.of(), List.of());
    }

    /** Why the usual hours do not hold on this day. */
    public Optional<Closure> closureOn(LocalDate day) {
        return closures.stream().filter(closure -> closure.isOn(day)).findFirst();
    }

    public Optional<Term> termOn(LocalDate day) {
        return terms.stream().filter(term -> term.isOn(day)).findFirst();
    }

    public DayHours hoursOn(LocalDate day) {
        return closureOn(day)
                .map(Closure::hours)
                .orElseGet(() -> week.getOrDefault(day.getDayOfWeek(), DayHours.CLOSED));
    }

    public boolean isOpenOn(LocalDate day) {
        return !hoursOn(day).isClosed();
    }

    /** The first open day after this one. */
    public Optional<LocalDate> nextOpenDay(LocalDate after) {
        return openDay(after, day -> day.plusDays(1));
    }

    /** The last open day before this one. */
    public Optional<LocalDate> previousOpenDay(LocalDate before) {
        return openDay(before, day -> day.minusDays(1));
    }

    private Optional<LocalDate> openDay(LocalDate start, UnaryOperator<LocalDate> step) {
        var day = start;
        for (var i = 0; i < SEARCHED; i++) {
            day = step.apply(day);
            if (isOpenOn(day)) return Optional.of(day);
        }
        return Optional.empty();
    }

    /** The open day that comes so many open days after this one, which does not count itself. */
    public Optional<LocalDate> plusOpenDays(LocalDate after, int days) {
        if (days < 0) throw new IllegalArgumentException("Not a number of days: " + days);
        var day = Optional.of(after);
        for (var i = 0; i < days && day.isPresent(); i++) day = day.flatMap(this::nextOpenDay);
        return day;
    }

    /** How many days are open after the first and up to the last of these; 0 when the last comes first. */
    public long openDaysBetween(LocalDate after, LocalDate last) {
        if (!after.isBefore(last)) return 0;
        return after.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(this::isOpenOn)
                .count();
    }

    /** The open hours of a day as moments, in order and apart; a clock that is put forward can swallow one. */
    public List<OpenSpan> spans(LocalDate day) {
        return hoursOn(day).intervals().stream()
                .map(hours -> new OpenSpan(moment(day, hours.opens()), moment(day, hours.closes())))
                .filter(span -> span.from().isBefore(span.until()))
                .toList();
    }

    /** When the doors close for the last time on this day; empty for a closed one. */
    public Optional<Instant> closingTime(LocalDate day) {
        return spans(day).stream().map(OpenSpan::until).reduce((earlier, later) -> later);
    }

    public boolean isOpenAt(Instant moment) {
        return spans(today(moment)).stream().anyMatch(span -> span.holds(moment));
    }

    /** The next moment at which it is open: this one, when it is. Empty when it does not open within a year. */
    public Optional<Instant> openFrom(Instant moment) {
        if (isOpenAt(moment)) return Optional.of(moment);
        var day = Optional.of(today(moment));
        for (var i = 0; i < SEARCHED && day.isPresent(); i++) {
            var next = day.flatMap(here -> spans(here).stream()
                    .map(OpenSpan::from)
                    .filter(from -> from.isAfter(moment))
                    .findFirst());
            if (next.isPresent()) return next;
            day = day.flatMap(this::nextOpenDay);
        }
        return Optional.empty();
    }

    /** What the door sign says. */
    public OpenState stateAt(Instant moment) {
        var day = today(moment);
        for (var span : spans(day)) {
            if (span.holds(moment)) return new OpenState.Open(time(span.until()));
            if (moment.isBefore(span.from())) return new OpenState.Later(time(span.from()));
        }
        if (!isOpenOn(day) && (closureOn(day).isPresent() || nextOpenDay(day).isPresent()))
            return new OpenState.ClosedToday(closureOn(day));
        return nextOpenDay(day)
                .<OpenState>map(next -> new OpenState.Over(
                        next, hoursOn(next).intervals().getFirst().opens()))
                .orElseGet(OpenState.Unknown::new);
    }

    public LocalDate today(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private LocalTime time(Instant moment) {
        return moment.atZone(zone).toLocalTime();
    }

    /**
     * A time that the clock leaves out is the moment at which it is put forward, one that it shows twice the first of both: so
     * what comes later on the wall never comes earlier in truth.
     */
    private Instant moment(LocalDate day, LocalTime time) {
        var local = day.atTime(time);
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) return zone.getRules().getTransition(local).getInstant();
        return local.toInstant(offsets.getFirst());
    }
}

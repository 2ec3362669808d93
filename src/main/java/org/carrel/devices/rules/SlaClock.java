package org.carrel.devices.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carrel.devices.RepairEvent;
import org.carrel.devices.RepairState;
import org.carrel.school.OpenSpan;
import org.carrel.school.SiteCalendar;

/**
 * Until when a ticket is to be closed: so many open hours after it was opened, by the calendar of its site. While it waits for
 * parts or for the family nobody can do anything, and the clock stands.
 */
public final class SlaClock {
    private SlaClock() {}

    /** The clock stands from then on. @param until empty: still */
    public record Wait(Instant from, Optional<Instant> until) {}

    /** When a ticket waited. @param events of one ticket, in the order in which they happened, as the waits are */
    public static List<Wait> waits(List<RepairEvent> events) {
        var waits = new ArrayList<Wait>();
        var since = Optional.<Instant>empty();
        for (var step : events) {
            if (step.kind() != RepairEvent.Kind.STEP) continue;
            var waiting = RepairState.valueOf(step.becomes()).isWaiting();
            if (waiting && since.isEmpty()) since = Optional.of(step.at());
            if (!waiting && since.isPresent()) {
                waits.add(new Wait(since.get(), Optional.of(step.at())));
                since = Optional.empty();
            }
        }
        since.ifPresent(from -> waits.add(new Wait(from, Optional.empty())));
        return List.copyOf(waits);
    }

    /**
     * Empty while it waits and was not late before; and when the site is not open for so long within a year: nobody is late then.
     *
     * @param waits in the order of time, of which none overlaps another
     */
    public static Optional<Instant> due(SiteCalendar calendar, Instant opened, int hours, List<Wait> waits) {
        var left = Duration.ofHours(hours);
        var stands = waits.stream()
                .filter(wait -> wait.until().isEmpty())
                .map(Wait::from)
                .findFirst()
                .orElse(Instant.MAX);
        var day = Optional.of(calendar.today(opened));
        for (var i = 0; i < SiteCalendar.SEARCHED && day.isPresent(); i++) {
            for (var span : calendar.spans(day.get())) {
                if (!span.from().isBefore(stands)) return Optional.empty();
                for (var runs : running(span, opened, waits)) {
                    var here = Duration.between(runs.from(), runs.until());
                    if (left.compareTo(here) <= 0)
                        return Optional.of(runs.from().plus(left));
                    left = left.minus(here);
                }
            }
            day = day.flatMap(calendar::nextOpenDay);
        }
        return Optional.empty();
    }

    /** The parts of an open time in which the clock runs. */
    private static List<OpenSpan> running(OpenSpan span, Instant opened, List<Wait> waits) {
        var parts = new ArrayList<OpenSpan>();
        var at = later(span.from(), opened);
        for (var wait : waits) {
            var stops = wait.from().isBefore(span.until()) ? wait.from() : span.until();
            if (at.isBefore(stops)) parts.add(new OpenSpan(at, stops));
            at = later(at, wait.until().orElse(span.until()));
        }
        if (at.isBefore(span.until())) parts.add(new OpenSpan(at, span.until()));
        return parts;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}

package org.carrel.devices.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carrel.school.SiteCalendar;

/** Until when a ticket is to be closed: so many open hours after it was opened, by the calendar of its site. */
public final class SlaClock {
    private SlaClock() {}

    /** Empty when the site is not open for so long within a year: nobody is late then. */
    public static Optional<Instant> due(SiteCalendar calendar, Instant opened, int hours) {
        var left = Duration.ofHours(hours);
        var day = Optional.of(calendar.today(opened));
        for (var i = 0; i < SiteCalendar.SEARCHED && day.isPresent(); i++) {
            for (var span : calendar.spans(day.get())) {
                var from = span.from().isBefore(opened) ? opened : span.from();
                if (!from.isBefore(span.until())) continue;
                var here = Duration.between(from, span.until());
                if (left.compareTo(here) <= 0) return Optional.of(from.plus(left));
                left = left.minus(here);
            }
            day = day.flatMap(calendar::nextOpenDay);
        }
        return Optional.empty();
    }
}

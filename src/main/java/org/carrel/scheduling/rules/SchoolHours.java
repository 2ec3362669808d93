package org.carrel.scheduling.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carrel.scheduling.BellPeriod;
import org.carrel.scheduling.Timetable;

/** Time as it passes at school: from the first bell of a day of school to its last. */
public final class SchoolHours {
    /** So many days are looked through. */
    private static final int SEARCHED = 120;

    private SchoolHours() {}

    /** When so much time at school has passed; empty when the timetable does not go so far. */
    public static Optional<Instant> after(Timetable timetable, Instant now, Duration length) {
        var left = length;
        var day = now.atZone(timetable.zone()).toLocalDate();
        for (var looked = 0; looked < SEARCHED; looked++, day = day.plusDays(1)) {
            var periods = timetable.periodsOn(day);
            if (periods.isEmpty()) continue;
            var first = periods.getFirst().number();
            var last = periods.stream()
                    .max(java.util.Comparator.comparing(BellPeriod::ends))
                    .map(BellPeriod::number)
                    .orElse(first);
            var span = timetable.span(day, first, last);
            if (span.isEmpty() || !now.isBefore(span.get().ends())) continue;
            var from = now.isAfter(span.get().starts()) ? now : span.get().starts();
            var today = Duration.between(from, span.get().ends());
            if (today.compareTo(left) >= 0) return Optional.of(from.plus(left));
            left = left.minus(today);
        }
        return Optional.empty();
    }
}

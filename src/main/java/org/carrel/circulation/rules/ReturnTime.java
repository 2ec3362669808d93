package org.carrel.circulation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The moment at which something counts as returned (rule F5). */
public final class ReturnTime {
    private ReturnTime() {}

    /**
     * Now; with a book drop the beginning of its day, so that nothing is late that was due on that day.
     *
     * @param day of the book drop
     * @return empty when the day is still to come: nothing can be returned in the future (B26)
     */
    public static Optional<Instant> of(Instant now, Optional<LocalDate> day, ZoneId zone) {
        if (day.isEmpty()) return Optional.of(now);
        if (day.get().isAfter(now.atZone(zone).toLocalDate())) return Optional.empty();
        return Optional.of(day.get().atStartOfDay(zone).toInstant());
    }
}

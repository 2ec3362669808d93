package org.carrel.search;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.carrel.platform.Door;
import org.carrel.platform.Settings;

/** What counts as new: titles that came into the catalog within so many days, setting {@code carrel.school.new-days}. */
@Door
public class NewBooks {
    private final int days;
    private final Clock clock;

    @Inject
    public NewBooks(Settings settings, Clock clock) {
        this(settings.school().newDays(), clock);
    }

    public NewBooks(int days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    public int days() {
        return days;
    }

    /** The beginning of the first day, in the school's time zone: it changes at midnight only. */
    public Instant since() {
        return LocalDate.now(clock)
                .minusDays(days)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }
}

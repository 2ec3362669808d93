package org.carrel.privacy.rules;

import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When the work of the night is due. */
public final class Nights {
    /** Nobody is at school, and no clock jumps over it: clocks are put forward from two to three. */
    static final LocalTime HOUR = LocalTime.of(3, 30);

    private Nights() {}

    /** Whether a night has begun since then. */
    public static boolean isDue(ZonedDateTime last, ZonedDateTime now) {
        var night = now.with(HOUR);
        if (night.isAfter(now)) night = night.minusDays(1);
        return last.isBefore(night);
    }
}

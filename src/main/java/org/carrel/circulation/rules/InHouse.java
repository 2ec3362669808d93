package org.carrel.circulation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a copy that comes in without a loan was used in the building (rule C1): read at a table and put on the cart. */
public final class InHouse {
    private InHouse() {}

    /**
     * Whether this scan is one more use.
     *
     * @param minutes in which uses of one copy are one (B88); 0: none is counted
     * @param counted when the copy was counted last
     * @param checkedIn when it came back from a loan last: the scan of a return is not a use, and not the second one either
     */
    public static boolean isUse(int minutes, Optional<Instant> counted, Optional<Instant> checkedIn, Instant now) {
        if (minutes <= 0) return false;
        return isOver(minutes, counted, now) && isOver(minutes, checkedIn, now);
    }

    /** A scan that waited for the network may be older than one that did not: it counts no more than the other. */
    private static boolean isOver(int minutes, Optional<Instant> before, Instant now) {
        return before.filter(at -> Duration.between(at, now).abs().compareTo(Duration.ofMinutes(minutes)) < 0)
                .isEmpty();
    }
}

package org.carrel.circulation;

import java.io.Serializable;
import java.util.OptionalInt;

/**
 * What a school allows about holds; a blank limit is no limit, and 0 is none at all.
 *
 * @param allowed whether such things can be held
 * @param most open holds of a person at a time
 * @param mostADay holds that a person places on one day
 * @param shelfDays open days after the one of trapping for which a copy waits on the hold shelf; empty: holds do not expire
 * @param whenHeld whether others who wait keep a borrower from renewing
 */
public record HoldPolicy(
        boolean allowed, OptionalInt most, OptionalInt mostADay, OptionalInt shelfDays, WhenHeld whenHeld)
        implements Serializable {
    /** What holds where nobody has said otherwise. */
    public static final HoldPolicy USUAL =
            new HoldPolicy(true, OptionalInt.of(5), OptionalInt.empty(), OptionalInt.of(5), WhenHeld.IF_NEEDED);

    public HoldPolicy {
        if (most.orElse(0) < 0 || mostADay.orElse(0) < 0 || shelfDays.orElse(0) < 0) {
            throw new IllegalArgumentException("Less than nothing: " + most + ", " + mostADay + ", " + shelfDays);
        }
    }
}

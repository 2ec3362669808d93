package org.carrel.circulation.holds;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody else has a claim to the copy that is to be lent.
 *
 * @param patron whose hold it is
 * @param shelfUntil the last day on the hold shelf, where it stands there and has one
 * @param waiting copies that others want and that this one would do for, this hold's included
 */
public record HoldClaim(long hold, long patron, Kind kind, Optional<LocalDate> shelfUntil, int waiting) {
    /** How strong it is. */
    public enum Kind {
        /** Set aside for them. */
        ON_HOLD_SHELF,
        /** Set aside, and on its way to their site. */
        ON_ITS_WAY,
        /** They are next in line, and there is no other copy on the shelf for them. */
        NEXT_IN_LINE
    }
}

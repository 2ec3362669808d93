package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What can be had in place of what was wished for, all of it. It is kept for who asked until the moment it says.
 *
 * @param offer by which it is taken
 * @param wish as it would be booked
 * @param span of the bells
 * @param until nobody else gets it before
 */
public record Alternative(UUID offer, Kind kind, SessionWish wish, TimeSpan span, Instant until)
        implements Serializable {
    /** In which way it differs. */
    public enum Kind {
        /** The same things at another time. */
        OTHER_TIME,
        /** At the same time with another thing of the kind. */
        OTHER_THING,
        /** At the same time with two carts in place of one. */
        TOGETHER,
        /** Half of the class now, the other half in the next period. */
        SPLIT
    }
}

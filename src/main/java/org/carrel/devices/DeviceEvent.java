package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * A line of a device's history.
 *
 * @param by display name of who did it; empty: nobody at a screen
 * @param what code of the field or the like, in small letters; {@code was} and {@code becomes} are its values or codes
 * @param cost in cents
 */
public record DeviceEvent(
        Instant at, Kind kind, String by, String what, String was, String becomes, String reason, OptionalInt cost)
        implements Serializable {
    /** In characters. */
    public static final int LONGEST_REASON = 500;

    /** What happened. */
    public enum Kind {
        ADDED,
        EDITED,
        CONDITION_SET,
        TAG_CHANGED,
        MOVED,
        RETIRED,
        /** Came back after it was retired. */
        REACTIVATED,
        MDM_LINKED,
        NOTE,
        /** Somebody has it for the year from then on. */
        ASSIGNED,
        ASSIGNMENT_ENDED,
        /** An audit found it, or did not, and something was done about it. */
        AUDITED,
        /** Something that is done again and again was done. */
        UPKEEP,
        /** It stays as it is from then on: what is needed may be on it alone. */
        KEPT,
        LET_GO
    }
}

package org.carrel.devices;

import java.io.Serializable;
import java.time.Instant;

/**
 * A line of a ticket's history.
 *
 * @param by display name of who did it; empty: nobody at a screen
 * @param was code or value, as {@code becomes}
 * @param note typed by staff
 */
public record RepairEvent(Instant at, Kind kind, String by, String was, String becomes, String note)
        implements Serializable {
    /** What happened. */
    public enum Kind {
        OPENED,
        /** To another state. */
        STEP,
        NOTE,
        /** Somebody else has reported it too. */
        REPORTED_AGAIN,
        /** Priority, number elsewhere, labor, bill. */
        EDITED,
        PART_USED,
        PART_BACK,
        CHARGED,
        /** A loaner was lent. */
        LENT,
        /** The device was handed back for the loaner. */
        HANDED_BACK,
        /** The swap was taken back. */
        UNDONE,
        PHOTO,
        /** The work order went out by mail. */
        SENT
    }
}

package org.carrel.scheduling;

import java.io.Serializable;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * Something that happened to a session.
 *
 * @param account who did it; empty: the program itself, or somebody who is gone
 * @param detail empty for none
 */
public record SessionEvent(Instant at, Kind kind, OptionalLong account, String detail) implements Serializable {
    /** What it was. */
    public enum Kind {
        REQUESTED,
        BOOKED,
        APPROVED,
        REFUSED,
        /** Anything but its time. */
        CHANGED,
        /** Its time: the detail says from when to when. */
        MOVED,
        CANCELLED,
        /** The class has come. */
        CLAIMED,
        /** Nobody came. */
        RELEASED,
        DISPLACED,
        /** It has again what a test had taken. */
        RESTORED,
        /** What it needs stands ready. */
        PREPARED
    }
}

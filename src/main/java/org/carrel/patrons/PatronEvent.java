package org.carrel.patrons;

import java.io.Serializable;
import java.time.Instant;

/**
 * What somebody did to a patron.
 *
 * @param detail a number of a card or patron, or names of fields; never what stood in them
 */
public record PatronEvent(Instant at, String by, Kind kind, String detail) implements Serializable {
    /** What was done. */
    public enum Kind {
        ADDED,
        CHANGED,
        GIVEN_BACK,
        CARD_ADDED,
        CARD_REPLACED,
        CARD_LOST,
        BLOCKED,
        UNBLOCKED,
        MADE_INACTIVE,
        PROMOTED,
        GRADUATED,
        /** The detail is the number of the one who went into this one. */
        MERGED_IN,
        /** The detail is the number of the one who has everything now. */
        MERGED_AWAY,
        /** The merge was taken back; the detail is the number of the other one. */
        UNMERGED
    }
}

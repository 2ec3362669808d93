package org.carrel.devices;

import java.io.Serializable;

/** What came of setting a condition. */
public sealed interface ConditionSet extends Serializable {
    record Done() implements ConditionSet {}

    /** Nothing was set. */
    record Refused(Why why) implements ConditionSet {}

    /** Why nothing was set. */
    enum Why {
        /** There is no such device, or somebody else changed it meanwhile. */
        STALE,
        /** This needs a word about why. */
        REASON_MISSING,
        REASON_TOO_LONG,
        /** Somebody has it: a device is retired when it is back (V3). */
        ON_LOAN,
        /** Somebody has it for the year: that ends first (V3). */
        ASSIGNED,
        /** It is kept as it is until somebody lets it go (TS-3). */
        KEPT,
        /** A ticket is open (V3). Staff may retire it all the same, as with the next two. */
        TICKET_OPEN,
        /** Somebody still owes for a loan of it (V3). */
        FEES_OPEN,
        /** A console still has it as in use: nobody has deprovisioned or wiped it (V3). */
        STILL_ENROLLED,
        /** It is so already. */
        SAME
    }
}

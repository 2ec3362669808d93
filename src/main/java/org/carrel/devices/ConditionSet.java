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
        /** A ticket is open: it is to be closed first (V3). */
        OPEN_TICKET,
        /** It is so already. */
        SAME
    }
}

package org.carrel.devices;

import java.io.Serializable;

/** What came of saving a plan. */
public sealed interface UpkeepSaved extends Serializable {
    record Saved(int id) implements UpkeepSaved {}

    record Refused(Why why) implements UpkeepSaved {}

    /** Why nothing was saved. */
    enum Why {
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_TAKEN,
        /** Days or hours, one of them. */
        NO_INTERVAL,
        NO_SUCH_MODEL,
        NO_SUCH_SITE,
        /** Somebody else has changed it meanwhile. */
        STALE
    }
}

package org.carrel.devices;

/** Where the management of devices and our records say two things (rule V5). A person looks; nothing changes by itself. */
public enum DiscrepancyKind {
    /** Somebody has it, and another one has used it for days. */
    USED_BY_OTHER,
    /** It was retired, and it was seen since. */
    RETIRED_ONLINE,
    /** It is missing or stolen, and it was seen since. */
    MISSING_ONLINE,
    /** The management has let go of it, disabled or locked it, and we lend it. */
    GONE_IN_CONSOLE,
    /** The management has our tag of another device for it. */
    TAG_TWICE,
    /** The management has somebody for it of whom we know nothing. */
    USER_UNKNOWN
}

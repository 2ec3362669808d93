package org.carrel.devices;

/** What an export does to a device. */
public enum MdmOutcome {
    NEW,
    CHANGED,
    /** Nothing but when it was seen last, and with whom. */
    SEEN,
    /** It was in an export of this management before, and is not in this one. */
    MISSING,
    /** A person has to decide which device it is; nothing is changed. */
    CONFLICT,
    REFUSED,
    /** Somebody's own device, which is none of ours. */
    IGNORED,
    SAME;

    /** Whether a commit writes anything of it. */
    public boolean writes() {
        return this == NEW || this == CHANGED || this == SEEN;
    }
}

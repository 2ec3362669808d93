package org.carrel.devices;

/** What the management of a device thinks of it, in five words for the many that there are. */
public enum MdmStatus {
    ACTIVE,
    /** Announced or on its way: it has not reported yet. */
    NOT_YET,
    DISABLED,
    /** Locked from afar, since it was lost. */
    LOST,
    /** Let go: deprovisioned, retired, sent back. */
    GONE
}

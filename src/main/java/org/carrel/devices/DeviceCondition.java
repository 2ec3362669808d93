package org.carrel.devices;

/** The bodily state of a device and its place in its life, which people set; where it is, is another matter: {@link Custody}. */
public enum DeviceCondition {
    /** Ordered or in its box, not ready yet. */
    PRE_RECEIPT,
    /** The only state in which it is lent (V1). */
    READY,
    /** Somebody has to look at it first. */
    NEEDS_CHECK,
    BROKEN,
    WAITING_PARTS,
    AT_VENDOR,
    /** To be retired: wiped, deprovisioned, out of the consoles. */
    RETIRED_PENDING,
    /** No longer ours. Its tag is never used again (V3). */
    RETIRED,
    STOLEN,
    /** Nobody knows where it is. */
    MISSING;

    /** Whether it left for good, as far as anybody knows. */
    public boolean isGone() {
        return this == RETIRED || this == STOLEN;
    }
}

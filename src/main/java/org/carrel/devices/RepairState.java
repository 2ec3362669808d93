package org.carrel.devices;

/** How far a repair has come. */
public enum RepairState {
    NEW,
    /** Somebody has looked at it. */
    TRIAGED,
    WAITING_PARTS,
    AT_VENDOR,
    AT_DISTRICT,
    FIXED,
    UNREPAIRABLE,
    /** There was nothing to mend. */
    CANCELLED;

    public boolean isOpen() {
        return this != FIXED && this != UNREPAIRABLE && this != CANCELLED;
    }
}

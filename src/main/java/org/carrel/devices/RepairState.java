package org.carrel.devices;

/** How far a repair has come. */
public enum RepairState {
    NEW,
    /** Somebody has looked at it. */
    TRIAGED,
    WAITING_PARTS,
    /** Until the family has answered, or paid. */
    WAITING_FAMILY,
    AT_VENDOR,
    AT_DISTRICT,
    FIXED,
    UNREPAIRABLE,
    /** There was nothing to mend. */
    CANCELLED;

    public boolean isOpen() {
        return this != FIXED && this != UNREPAIRABLE && this != CANCELLED;
    }

    /** Nothing can be done until others have done something: the time to mend it stands still. */
    public boolean isWaiting() {
        return this == WAITING_PARTS || this == WAITING_FAMILY;
    }
}

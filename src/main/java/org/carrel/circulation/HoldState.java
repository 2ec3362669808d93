package org.carrel.circulation;

/** How far an open hold is. The words stand under {@code holdState.NAME}. */
public enum HoldState {
    WAITING,
    /** Is passed over for now. */
    SUSPENDED,
    /** A copy is on its way to the pick-up site. */
    ON_ITS_WAY,
    /** A copy is on the hold shelf. */
    READY
}

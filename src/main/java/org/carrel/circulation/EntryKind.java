package org.carrel.circulation;

/** What can happen to a charge. */
public enum EntryKind {
    PAYMENT,
    /** Need not be paid, by decision of staff. */
    WAIVER,
    /** Money that goes back. */
    REFUND,
    /** Will never be paid: given up. */
    WRITE_OFF,
    /** Is owed no longer, by rule: what was lost is found. */
    CANCELLATION,
    /** A cancellation is taken back: the scan that made it was undone. */
    REINSTATEMENT;

    /** Whether less is owed after it without any money. */
    public boolean lowers() {
        return this == WAIVER || this == WRITE_OFF || this == CANCELLATION;
    }
}

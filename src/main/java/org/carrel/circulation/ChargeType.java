package org.carrel.circulation;

/** What somebody owes for. */
public enum ChargeType {
    OVERDUE,
    LOST,
    /** The work of getting another one. */
    PROCESSING,
    DAMAGE,
    /** The family's part where an insurance pays the rest. */
    COPAY,
    /** Typed by staff. */
    MANUAL;

    /** Whether it is owed because a thing did not come back. */
    public boolean isForLoss() {
        return this == LOST || this == PROCESSING;
    }
}

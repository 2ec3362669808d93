package org.carrel.catalog;

/** The bodily state of a copy, which people set. */
public enum ItemCondition {
    GOOD,
    WORN,
    DAMAGED,
    IN_REPAIR,
    /** A borrower has lost it. */
    LOST,
    /** Not where it should be, and nobody has it. */
    MISSING;

    /** Whether a reader can be sent to the shelf for it. */
    public boolean isOnShelf() {
        return this == GOOD || this == WORN;
    }
}

package org.carrel.circulation;

/** How the damage to a copy was settled. */
public enum DamageEnd {
    CHARGED,
    NOT_CHARGED,
    /** There is nothing the matter with it. */
    IN_ORDER,
    /** The scan that reported it was taken back. */
    UNDONE
}

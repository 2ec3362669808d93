package org.carrel.circulation;

/** How a claim was settled. */
public enum ClaimEnd {
    /** It was scanned at a desk. */
    CHECKED_IN,
    /** It was scanned to be lent to somebody else. */
    LENT_AGAIN,
    FOUND_ON_SHELF,
    FOUND_ELSEWHERE,
    PAID,
    WRITTEN_OFF
}

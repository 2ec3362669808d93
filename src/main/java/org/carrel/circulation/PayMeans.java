package org.carrel.circulation;

/** How money changes hands. */
public enum PayMeans {
    CASH,
    CHECK,
    CARD,
    OTHER,
    /** What the person is to get back pays for something else. */
    CREDIT
}

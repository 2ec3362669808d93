package org.carrel.circulation;

/** What is charged once a loan is later than its days of grace (rule F2). */
public enum GraceMode {
    /** All of the time since it was due. */
    FROM_DUE,
    /** Only the time after the grace. */
    AFTER_GRACE
}

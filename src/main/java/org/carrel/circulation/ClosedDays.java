package org.carrel.circulation;

/** What becomes of a due date on a day on which the site is closed (rule D1). */
public enum ClosedDays {
    /** It stays. */
    KEEP,
    NEXT_OPEN,
    /** Not before the check-out; when no day is open in between, the next one. */
    PREVIOUS_OPEN,
    /** Only open days count at all. */
    SKIP_CLOSED,
    /**
     * A week later and so on, when the period is a number of weeks; a weekday that is never open goes on to the next open day. The
     * only mode under which who borrows later may have to return earlier.
     */
    SAME_WEEKDAY
}

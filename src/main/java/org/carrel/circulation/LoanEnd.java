package org.carrel.circulation;

/** How a loan ended. */
public enum LoanEnd {
    RETURNED,
    /** The check-out was a mistake, and was taken back at once. */
    UNDONE,
    /** It was lost, and is paid. */
    PAID,
    /** The borrower never had it. */
    NEVER_HAD,
    WRITTEN_OFF
}

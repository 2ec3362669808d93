package org.carrel.circulation;

/** What is known of a thing that is lent. Nothing accrues for what is lost or claimed, and it can still come back. */
public enum LoanState {
    OUT,
    LOST,
    /** The borrower says that it was returned. */
    CLAIMED_RETURNED
}

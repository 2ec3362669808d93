package org.carrel.circulation;

/** What a borrower says about a thing that is not there. */
public enum ClaimKind {
    RETURNED,
    NEVER_HAD
}

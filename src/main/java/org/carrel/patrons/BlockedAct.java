package org.carrel.patrons;

/** What a block stops. Returns and payments are never stopped. */
public enum BlockedAct {
    LOANS,
    RENEWALS,
    HOLDS
}

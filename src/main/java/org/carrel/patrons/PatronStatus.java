package org.carrel.patrons;

/** Who may still borrow. Whoever has left keeps what is owed: returning and paying always work. */
public enum PatronStatus {
    ACTIVE,
    /** Left the school, or was switched off. */
    INACTIVE,
    GRADUATED,
    /** Was found to be the same person as another patron, who has everything now. */
    MERGED
}

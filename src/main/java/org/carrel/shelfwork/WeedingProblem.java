package org.carrel.shelfwork;

/** What is wrong with a rule of weeding, or with a decision about copies. */
public enum WeedingProblem {
    NO_NAME,
    NAME_TAKEN,
    /** A class is no Dewey number and no section, or the second stands before the first. */
    NO_CLASS,
    /** A number is none, or too large. */
    NO_NUMBER,
    /** The rule states nothing. */
    NOTHING_STATED,
    /** Somebody else has changed it meanwhile. */
    STALE,
    /** No copy is chosen. */
    NOTHING_CHOSEN,
    NO_REASON,
    /** The year is over, or too far away. */
    NO_YEAR
}

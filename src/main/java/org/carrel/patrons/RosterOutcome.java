package org.carrel.patrons;

/** What a roster does to a person. */
public enum RosterOutcome {
    NEW,
    /** Some fields change. */
    CHANGED,
    /** The name changes, and perhaps other fields. */
    RENAMED,
    /** The roster has a new id for a number that we know. */
    REKEYED,
    /** Was missing, or had left. */
    RETURNED,
    /** The roster says that the person has left: inactive at once. */
    LEAVING,
    /** Not in a complete roster: inactive in some days, unless the person comes back. */
    MISSING,
    /** A person has to decide: nothing is changed. */
    CONFLICT,
    /** The row cannot be taken: nothing is changed. */
    REFUSED,
    /** Nothing happens; on a list only when there is something to say. */
    SAME
}

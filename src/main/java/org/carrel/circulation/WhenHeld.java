package org.carrel.circulation;

/** Whether somebody's hold stops a renewal (rule H6). */
public enum WhenHeld {
    /** Renewed all the same. */
    NEVER,
    /** Refused when no other copy can fill the hold. */
    IF_NEEDED,
    ALWAYS
}

package org.carrel.scheduling;

/** What is wrong with a policy that somebody wants to keep, each at its field. */
public enum PolicyProblem {
    /** A name of at most 60 characters is needed. */
    NO_NAME,
    /** Another policy of the site is called so. */
    NAME_TAKEN,
    /** Nobody could book. */
    NO_ROLES,
    /** From 0 to 2000 hours. */
    LATEST,
    /** From 0 to 250 days of school. */
    DAYS_AHEAD,
    /** From 1 to 20. */
    PER_DAY,
    /** From 1 to 100. */
    PER_WEEK,
    /** From 1 to 1000. */
    PER_TERM,
    /** From 1 to 100. */
    IN_A_ROW,
    /** From 0 to 2000 hours. */
    CANCEL,
    /** Things go by it. */
    IN_USE,
    /** There is no such policy within reach, or what is to go by it is not there any more. */
    GONE
}

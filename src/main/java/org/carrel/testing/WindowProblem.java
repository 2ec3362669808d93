package org.carrel.testing;

/** What is wrong with a wish for a window; what is taken already stands in the plan. */
public enum WindowProblem {
    NOT_ALLOWED,
    NO_NAME,
    NAME_TOO_LONG,
    /** The name looks like a ticket or a code: such things are not kept (TS-6). */
    SECRET,
    NO_PROGRAM,
    NO_DAY,
    TOO_MANY_DAYS,
    /** A test needs a room. */
    NO_PLACE
}

package org.carrel.testing;

/** Why an incident was not put into the log. */
public enum IncidentProblem {
    NOT_ALLOWED,
    NOTHING_SAID,
    TOO_LONG,
    /** It looks like a ticket or a code: such things are not kept (TS-6). */
    SECRET,
    /** Not a time of that day, as 9:40, or still to come. */
    NO_TIME,
    NO_DEVICE,
    /** There is no such entry in this room. */
    NO_ENTRY
}

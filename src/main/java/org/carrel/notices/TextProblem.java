package org.carrel.notices;

import java.io.Serializable;

/**
 * What is wrong with a text, and where.
 *
 * @param line from 1; 0 for the text as a whole
 * @param column from 1, in characters; 0 for the text as a whole
 * @param detail what stands there, or the limit
 */
public record TextProblem(Place place, Kind kind, int line, int column, String detail) implements Serializable {
    /** Which of both it is in. */
    public enum Place {
        SUBJECT,
        BODY
    }

    /** What is wrong. */
    public enum Kind {
        EMPTY,
        TOO_LONG,
        /** There is no such placeholder in texts of this kind. */
        UNKNOWN,
        /** A placeholder that subjects must not have. */
        NOT_IN_SUBJECT,
        /** A brace without its other half. */
        BRACE,
        /** A subject is one line. */
        NOT_ONE_LINE,
        /** The placeholder without which it says nothing. */
        MISSING,
        /** Somebody else has changed it meanwhile. */
        STALE
    }
}

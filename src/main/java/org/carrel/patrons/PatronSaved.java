package org.carrel.patrons;

import java.io.Serializable;
import java.util.Map;

/** What came of saving a person. */
public sealed interface PatronSaved extends Serializable {
    /** It is saved. */
    record Saved(long id) implements PatronSaved {}

    /** Nothing was saved: these fields have to be mended. */
    record Wrong(Map<PatronField, Problem> problems) implements PatronSaved {}

    /** Nothing was saved: the note is longer than {@link Patron#MAX_NOTE}. */
    record NoteTooLong() implements PatronSaved {}

    /** Nothing was saved: somebody else changed the person meanwhile, or there is no such person. */
    record Stale() implements PatronSaved {}

    /** What is wrong with a field. */
    enum Problem {
        MISSING,
        TOO_LONG,
        NO_EMAIL,
        NO_SUCH_SITE,
        /** Another person has this number. */
        TAKEN,
        /** Not a value that is offered. */
        UNKNOWN
    }
}

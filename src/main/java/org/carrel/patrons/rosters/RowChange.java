package org.carrel.patrons.rosters;

import java.util.List;
import java.util.Optional;

/**
 * A term, class or enrolment that is added, changed or removed.
 *
 * @param was empty when it is new
 * @param becomes empty when it is gone
 */
record RowChange(Kind kind, String sourcedId, Optional<List<String>> was, Optional<List<String>> becomes) {
    /** In the order in which they are written. */
    enum Kind {
        TERM,
        CLASS,
        ENROLMENT
    }

    boolean adds() {
        return was.isEmpty();
    }

    boolean removes() {
        return becomes.isEmpty();
    }
}

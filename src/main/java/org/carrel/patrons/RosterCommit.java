package org.carrel.patrons;

import java.io.Serializable;

/** What came of committing a roster. */
public sealed interface RosterCommit extends Serializable {
    /** It is done. */
    record Committed(RosterSummary summary) implements RosterCommit {}

    /** Nothing was written: it would change too much, and nobody said yes to that. */
    record Stopped(RosterSummary summary) implements RosterCommit {}

    /** There is no such run, or it does not wait. */
    record NotWaiting() implements RosterCommit {}
}

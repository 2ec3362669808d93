package org.carrel.catalog;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A file of authority records as it was read.
 *
 * @param who took it in; empty when that account is no more
 * @param refused why the file as a whole was not read; empty when it was
 * @param counts of its records by what they are to us; empty in lists
 */
public record AuthorityFile(
        long id,
        String name,
        State state,
        Instant at,
        Optional<String> who,
        Optional<Finding> refused,
        Map<Outcome, Integer> counts) {
    public AuthorityFile {
        counts = Map.copyOf(counts);
    }

    /** Where it stands. */
    public enum State {
        /** Looked through: nothing of it counts yet. */
        READ,
        REFUSED,
        STORED,
        /** It was stored and is taken back. */
        UNDONE
    }

    /** What a record of the file is to us. */
    public enum Outcome {
        NEW,
        CHANGED,
        SAME,
        REJECTED
    }

    /** A record of the file. @param number from 1 @param why it was rejected; empty when it was not */
    public record Line(int number, String heading, Optional<Finding> why) {}

    /** How many of its records are that to us. */
    public int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}

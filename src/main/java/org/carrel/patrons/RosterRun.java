package org.carrel.patrons;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * A roster file on its way in, or what became of it.
 *
 * @param source where it comes from, by name
 * @param complete false for a list of changes
 * @param done when it was committed, and taken back
 * @param confirmedBy who said yes to a file beyond the thresholds
 * @param onlySite code of the only site whose people it may touch; empty: all sites
 */
public record RosterRun(
        long id,
        String source,
        String file,
        Origin origin,
        State state,
        boolean complete,
        Instant staged,
        String stagedBy,
        Optional<Done> committed,
        Optional<Done> undone,
        Optional<String> confirmedBy,
        Optional<String> onlySite,
        RosterSummary summary)
        implements Serializable {
    /** How it came. */
    public enum Origin {
        DESK,
        COMMAND,
        /** The watched folder. */
        DROP
    }

    /** How far it is. */
    public enum State {
        PLANNED,
        REFUSED,
        DISCARDED,
        COMMITTED,
        UNDONE,
        /** A plain list: a person has to say which of its columns is which field. */
        MAPPING
    }

    public record Done(Instant at, String by) implements Serializable {}
}

package org.carrel.catalog.imports;

import java.util.Optional;
import org.carrel.catalog.Finding;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.rules.MatchKey;

/** What is to become of one incoming record. */
sealed interface Decision {
    Incoming incoming();

    /** The record it was matched with, and by what; empty when nothing was met. */
    Optional<Met> met();

    /** @param bibId negative for an earlier record of the same file, when rehearsing */
    record Met(long bibId, MatchKey key) {}

    /**
     * A record of its own.
     *
     * @param conflict what it is too like to be sure of, or empty
     * @param twin another record that shows the same title and author to a reader: its id, negative as in {@link Met}
     */
    record Add(Incoming incoming, Optional<Finding> conflict, Optional<Met> met, Optional<Long> twin)
            implements Decision {
        /** A record that met nothing. */
        static Add plain(Incoming incoming, Optional<Long> twin) {
            return new Add(incoming, Optional.empty(), Optional.empty(), twin);
        }

        static Add conflict(Incoming incoming, Finding why, Met met, Optional<Long> twin) {
            return new Add(incoming, Optional.of(why), Optional.of(met), twin);
        }
    }

    /** The record {@code bibId} gets the state {@code merged}. */
    record Overlay(Incoming incoming, long bibId, MarcRecord merged, Optional<Met> met) implements Decision {}

    /** The record {@code bibId} says all this already; {@code again} when it came before in just these words. */
    record Same(Incoming incoming, long bibId, boolean again, Optional<Met> met) implements Decision {}
}

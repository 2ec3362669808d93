package org.carrel.catalog.imports;

import java.util.Optional;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.rules.MatchKey;

/** What is to become of one incoming record. */
sealed interface Decision {
    Incoming incoming();

    /** The record it was matched with, and by what; empty when nothing was met. */
    Optional<Met> met();

    /** @param bibId negative for an earlier record of the same file, when rehearsing */
    record Met(long bibId, MatchKey key) {}

    /** A record of its own. {@code conflict} says in words what it is too like to be sure of, or is empty. */
    record Add(Incoming incoming, String conflict, Optional<Met> met) implements Decision {}

    /** The record {@code bibId} gets the state {@code merged}. */
    record Overlay(Incoming incoming, long bibId, MarcRecord merged, Optional<Met> met) implements Decision {}

    /** The record {@code bibId} says all this already; {@code again} when it came before in just these words. */
    record Same(Incoming incoming, long bibId, boolean again, Optional<Met> met) implements Decision {}
}

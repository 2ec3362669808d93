package org.carrel.catalog.imports;

import org.carrel.catalog.MarcRecord;

/** What is to become of one incoming record. */
sealed interface Decision {
    Incoming incoming();

    /** A record of its own. {@code conflict} says in words what it is too like to be sure of, or is empty. */
    record Add(Incoming incoming, String conflict) implements Decision {}

    /** The record {@code bibId} gets the state {@code merged}. */
    record Overlay(Incoming incoming, long bibId, MarcRecord merged) implements Decision {}

    /** The record {@code bibId} says all this already; {@code again} when it came before in just these words. */
    record Same(Incoming incoming, long bibId, boolean again) implements Decision {}
}

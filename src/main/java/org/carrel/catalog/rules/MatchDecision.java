package org.carrel.catalog.rules;

/** What import may do with an incoming record: add it, overlay a known one, or ask. */
public sealed interface MatchDecision {
    /** Nothing we have is this record. */
    record NoMatch() implements MatchDecision {}

    /** The record {@code id} describes the same edition. */
    record Match(long id, MatchKey key, int score) implements MatchDecision {}

    /** The record {@code id} has the same number and is something else: a person must look. */
    record Conflict(long id, MatchKey key, Why why) implements MatchDecision {}

    /** What does not agree although a number does. */
    enum Why {
        TITLE_DIFFERS,
        FORMAT_DIFFERS
    }
}

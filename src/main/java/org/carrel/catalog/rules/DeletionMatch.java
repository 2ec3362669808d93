package org.carrel.catalog.rules;

/** Which title a record means that asks to delete one. */
public sealed interface DeletionMatch {
    /** The catalog does not have it. */
    record None() implements DeletionMatch {}

    /** It is the record {@code id}, without doubt. */
    record Certain(long id, MatchKey key) implements DeletionMatch {}

    /** It may be the record {@code id}: for a person to say. */
    record Unsure(long id, MatchKey key) implements DeletionMatch {}
}

package org.carrel.catalog;

/** How a version of a record came about that no import wrote. */
public enum EditKind {
    ADDED,
    EDITED,
    /** Two people's changes were brought together. */
    MERGED,
    /** An earlier version again. */
    RESTORED,
    /** One of many that were changed at once. */
    BATCH,
    /** A heading was changed wherever it stood. */
    HEADING,
    /** Another record became part of it. */
    JOINED,
    /** Something was taken back. */
    UNDONE
}

package org.carrel.search;

/**
 * How search is.
 *
 * @param lastChange number of the newest change of the catalog that searches see
 */
public record SearchHealth(State state, long lastChange) {
    /** From well to ill. */
    public enum State {
        READY,
        /** Answers come, but may miss records. */
        REBUILDING,
        /** The index cannot be written: the disk is full or not ours. Tried again from time to time. */
        BROKEN
    }
}

package org.carrel.catalog;

import java.util.List;

/**
 * How a record of an export differs from what was imported.
 *
 * @param title 245 $a, or empty
 */
public record RecordChanges(long bibId, String title, List<Change> changes) {
    public RecordChanges {
        changes = List.copyOf(changes);
    }

    /** False when a difference has no reason. */
    public boolean deliberate() {
        return changes.stream().noneMatch(change -> change.reason().isError());
    }

    /**
     * One difference.
     *
     * @param tag of the field, or a place in it or in the leader; empty when it is the record as a whole
     * @param was as imported, one line; empty when there was nothing
     * @param is as exported, one line; empty when there is nothing now
     * @param detail what the reason is about, in English; may be empty
     */
    public record Change(Reason reason, String tag, String was, String is, String detail) {}

    /** Why. The sentences stand in {@code org.carrel.catalog.exports.reasons}, under {@code reason.NAME}. */
    public enum Reason {
        /** The bytes that came could not be kept as they were; {@code detail} says what the reader did. */
        REPAIRED,
        /** A rule of the school, in the settings of its import, changed the record before it was taken in. */
        HOUSE_RULE,
        /** Two descriptions of the title were brought together. */
        MERGED,
        /** A person changed the record after it was imported. */
        EDITED,
        /** Copy fields were replaced by the copies as they are now, as the export was asked to. */
        COPIES,
        /** MARC-8 lacks the characters in {@code detail}: numeric character references stand for them. */
        NOT_IN_MARC_8,
        /** MARC 21 demands 066 in a MARC-8 record with other alphabets. */
        CHARACTER_SETS,
        /** ISO 2709 cannot hold the record: it is in the second file, as MARCXML. */
        SET_ASIDE,
        /** Nobody knows why: an error. */
        UNEXPLAINED,
        /** The record was not in the file where it should be, or could not be read back: an error. */
        NOT_READ_BACK,
        /** The bytes that came do not give the record that was taken in, so nothing can be compared: an error. */
        ORIGINAL_UNREADABLE;

        public boolean isError() {
            return compareTo(UNEXPLAINED) >= 0;
        }
    }
}

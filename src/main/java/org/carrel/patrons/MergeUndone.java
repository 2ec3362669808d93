package org.carrel.patrons;

import java.io.Serializable;
import java.util.List;
import org.carrel.patrons.PatronMerge.Moved;

/** What came of taking a merge back, or would come of it. */
public sealed interface MergeUndone extends Serializable {
    /**
     * They are two again, or would be.
     *
     * @param kept number of the one who was kept
     * @param keptName as it is spoken
     * @param back what goes back to the one who was merged
     * @param fields that are empty again
     * @param stays what does not go back
     */
    record Undone(long kept, String keptName, Moved back, List<PatronField> fields, List<Staying> stays)
            implements MergeUndone {
        public Undone {
            fields = List.copyOf(fields);
            stays = List.copyOf(stays);
        }
    }

    /** Nothing was done. */
    record Refused(Problem problem) implements MergeUndone {}

    /** Something that stays with the one who was kept. @param count how many; 1 where there is no more than one */
    record Staying(Stay kind, int count) implements Serializable {}

    /** What stays, and why. */
    enum Stay {
        /** They were taken away since, or given to somebody else. */
        CARDS,
        /** Cards that the kept one was given since. */
        NEW_CARDS,
        BLOCKS,
        /** Blocks that were set since. */
        NEW_BLOCKS,
        ENROLMENTS,
        SOURCED_IDS,
        /** They were changed since. */
        FIELDS,
        /** The note was changed since: it stays with both. */
        NOTE,
        /** The PIN was set anew since; the one who was merged has none. */
        PIN,
        /** Things of the library that were taken back, or went to somebody else. */
        HOLDINGS
    }

    /** Why a merge is not taken back. */
    enum Problem {
        /** The person was not merged, or is two again already. */
        NOT_MERGED,
        /** One of them is who is signed in. */
        OWN,
        /** The one who was kept went into somebody else since: that has to be taken back first. */
        MERGED_ON,
        /** It was merged before Carrel kept what is needed. */
        TOO_OLD
    }
}

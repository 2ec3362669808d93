package org.carrel.patrons;

import java.io.Serializable;

/** What came of merging two people, or would come of it. */
public sealed interface MergeResult extends Serializable {
    /** They are one, or would be. */
    record Merged(PatronMerge what) implements MergeResult {}

    /** Nothing was done. */
    record Refused(Problem problem) implements MergeResult {}

    /** Why two people are not merged. */
    enum Problem {
        /** The two are the same one already. */
        SAME,
        /** One of them is who is signed in. */
        OWN,
        /** One of them is not there, or was merged before. */
        GONE
    }
}

package org.carrel.catalog;

import java.util.List;

/** What became of a record that somebody wanted to store. */
public sealed interface EditAnswer {
    /**
     * Stored.
     *
     * @param version that stands now
     * @param together somebody else had changed it meanwhile, and both changes stand
     */
    record Saved(int version, boolean together) implements EditAnswer {}

    /** Nothing is different from what stands. */
    record Same(int version) implements EditAnswer {}

    /**
     * Somebody else has changed the same meanwhile: for each conflict somebody has to choose. Nothing was stored.
     *
     * @param version that stands now: choices are about this one
     */
    record Conflicting(int version, List<EditConflict> conflicts) implements EditAnswer {
        public Conflicting {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** It cannot be stored as it is. @param why at least one */
    record Refused(List<RecordProblem> why) implements EditAnswer {
        public Refused {
            why = List.copyOf(why);
        }
    }

    /** There is no such record, or no such version of it. */
    record Gone() implements EditAnswer {}
}

package org.carrel.catalog;

import java.util.List;

/** What became of a title that somebody wanted to add with its first copy. */
public sealed interface NewTitleAnswer {
    /** @param made whether the title was not there before */
    record Stored(long bib, long item, boolean made) implements NewTitleAnswer {}

    /** Nothing was stored. @param why at least one */
    record RecordRefused(List<RecordProblem> why) implements NewTitleAnswer {
        public RecordRefused {
            why = List.copyOf(why);
        }
    }

    /** Nothing was stored. @param why at least one */
    record CopyRefused(List<CopyProblem> why) implements NewTitleAnswer {
        public CopyRefused {
            why = List.copyOf(why);
        }
    }
}

package org.carrel.catalog;

import java.util.List;

/** What became of a copy that somebody wanted to store. */
public sealed interface CopyAnswer {
    /** @param item its number */
    record Saved(long item, int version) implements CopyAnswer {}

    /** @param why at least one */
    record Refused(List<CopyProblem> why) implements CopyAnswer {
        public Refused {
            why = List.copyOf(why);
        }
    }

    /** Somebody else has changed it meanwhile; nothing was stored. */
    record ChangedSince() implements CopyAnswer {}

    /** There is no such record, or no such copy, or it is of another site. */
    record Gone() implements CopyAnswer {}
}

package org.carrel.lists;

import java.io.Serializable;
import java.util.List;
import org.carrel.search.SearchHit;

/** What became of a change. */
public sealed interface ListAnswer extends Serializable {
    /** @param list its number */
    record Saved(long list) implements ListAnswer {}

    /** A title stands on the list now. */
    record Added(String title) implements ListAnswer {}

    /** It stood there before; nothing was done. */
    record Already(String title) implements ListAnswer {}

    /** What may be meant; nothing was done. @param hits empty when nothing is found */
    record Choose(List<SearchHit> hits) implements ListAnswer {
        public Choose {
            hits = List.copyOf(hits);
        }
    }

    /** All problems at once; nothing was done. */
    record Refused(List<ListProblem> problems) implements ListAnswer {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** No more may stand on one list; nothing was done. */
    record Full() implements ListAnswer {}

    /** Somebody else has changed it since; nothing was done. */
    record Stale() implements ListAnswer {}

    /** It is not there, or not of who asks; nothing was done. */
    record Gone() implements ListAnswer {}
}

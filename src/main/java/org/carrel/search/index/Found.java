package org.carrel.search.index;

import java.util.List;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchPage.FacetCount;

/**
 * What the index answers.
 *
 * @param hits of the page that was asked for, still without their items
 * @param kinds counted as if no kind had been chosen, so that another one can be; {@code languages} likewise
 * @param limited the index is not complete now
 */
public record Found(
        long total, List<SearchHit> hits, List<FacetCount> kinds, List<FacetCount> languages, boolean limited) {
    static final Found NOTHING_YET = new Found(0, List.of(), List.of(), List.of(), true);

    public Found {
        hits = List.copyOf(hits);
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
    }
}

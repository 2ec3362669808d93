package org.carrel.search.index;

import java.util.List;
import java.util.Map;
import org.carrel.search.Facet;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchPage.FacetCount;

/**
 * What the index answers.
 *
 * @param hits of the page that was asked for, still without their items
 * @param kinds counted as if no kind had been chosen, so that another one can be; {@code languages} likewise
 * @param facets the same for the other facets, the most frequent values of each; of many thousand hits an estimate
 * @param limited the index is not complete now
 */
public record Found(
        long total,
        List<SearchHit> hits,
        List<FacetCount> kinds,
        List<FacetCount> languages,
        Map<Facet, List<FacetCount>> facets,
        boolean limited) {
    static final Found NOTHING_YET = nothing();

    public Found {
        hits = List.copyOf(hits);
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
        facets = Map.copyOf(facets);
    }

    /** While there is no index. */
    public static Found nothing() {
        return new Found(0, List.of(), List.of(), List.of(), Map.of(), true);
    }
}

package org.carrel.search.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carrel.search.Facet;
import org.carrel.search.SearchHit;
import org.carrel.search.SearchPage.FacetCount;

/**
 * What the index answers.
 *
 * @param total of rows: works, or records when those were asked for; the facets count the same
 * @param rows of the page that was asked for, still without their items
 * @param kinds counted as if no kind had been chosen, so that another one can be; {@code languages} likewise
 * @param facets the same for the other facets, the most frequent values of each; of many thousand hits an estimate
 * @param limited the index is not complete now
 */
public record Found(
        long total,
        List<Row> rows,
        List<FacetCount> kinds,
        List<FacetCount> languages,
        Map<Facet, List<FacetCount>> facets,
        boolean limited) {
    /**
     * A row of the list.
     *
     * @param best the edition that fits best
     * @param others the work's other editions, found or not
     * @param alike ids of those of them that fit as well
     */
    public record Row(SearchHit best, List<SearchHit> others, Set<Long> alike) {
        public Row {
            others = List.copyOf(others);
            alike = Set.copyOf(alike);
        }
    }

    static final Found NOTHING_YET = nothing();

    public Found {
        rows = List.copyOf(rows);
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
        facets = Map.copyOf(facets);
    }

    /** The edition that fits best, of each row. */
    List<SearchHit> hits() {
        return rows.stream().map(Row::best).toList();
    }

    /** While there is no index. */
    public static Found nothing() {
        return new Found(0, List.of(), List.of(), List.of(), Map.of(), true);
    }
}

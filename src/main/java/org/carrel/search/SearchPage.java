package org.carrel.search;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * One page of an answer.
 *
 * @param searched what was searched for, to be shown to the person: other than what was typed when that was misspelled
 * @param as how the text was understood
 * @param total number of records found over all pages
 * @param limited true while the index is being rebuilt: the answer may miss records
 */
public record SearchPage(
        String searched,
        Understood as,
        long total,
        int page,
        int pageSize,
        List<SearchHit> hits,
        List<FacetCount> kinds,
        List<FacetCount> languages,
        Map<Facet, List<FacetCount>> facets,
        boolean limited)
        implements Serializable {
    public SearchPage {
        hits = List.copyOf(hits);
        kinds = List.copyOf(kinds);
        languages = List.copyOf(languages);
        facets = Map.copyOf(facets);
    }

    /** The ways a text is understood, tried in this order. */
    public enum Understood {
        EVERYTHING,
        BARCODE,
        ISBN,
        CALL_NUMBER,
        /** A range of reading levels. */
        LEVEL,
        /** What a thing is, its language, or whom it is for. */
        NARROWED,
        WORDS
    }

    /** A value to narrow by, e.g. a Kind's name or a MARC language code, and how many of the found records have it. */
    public record FacetCount(String value, long count) implements Serializable {}

    /** At least 1. */
    public int pages() {
        return (int) Math.max(1, (total + pageSize - 1) / pageSize);
    }
}

package org.carrel.search;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.carrel.search.rules.HeadingKey;

/**
 * One page of an answer.
 *
 * @param searched what was searched for, to be shown to the person: other than what was typed when that was misspelled
 * @param as how the text was understood
 * @param total number of rows found over all pages: works, or records when those were asked for; facets count the same
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

    /** A value to narrow by, e.g. a Kind's name or a MARC language code, and how many of the rows have it. */
    public record FacetCount(String value, long count) implements Serializable {
        /** Whether this is the value that is meant, in whatever spelling. */
        public boolean is(String other) {
            return HeadingKey.same(value, other);
        }
    }

    /** At least 1. */
    public int pages() {
        return (int) Math.max(1, (total + pageSize - 1) / pageSize);
    }
}

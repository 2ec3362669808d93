package org.carrel.search.rules;

import java.util.List;

/**
 * What a text says about the thing that is wanted, beside its topic. A record has one value of each list that is not
 * empty.
 *
 * @param languages MARC codes
 * @param kinds names of {@link org.carrel.catalog.BibRecord.Kind}
 * @param genres words that stand together in a subject or genre heading
 * @param audiences codes of MARC 008/22
 */
public record Narrowing(List<String> languages, List<String> kinds, List<String> genres, List<String> audiences) {
    public static final Narrowing NONE = new Narrowing(List.of(), List.of(), List.of(), List.of());

    public Narrowing {
        languages = List.copyOf(languages);
        kinds = List.copyOf(kinds);
        genres = List.copyOf(genres);
        audiences = List.copyOf(audiences);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}

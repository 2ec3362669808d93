package org.carrel.search.index;

import org.apache.lucene.util.BytesRef;
import org.carrel.search.Suggestion;
import org.carrel.search.Suggestion.Kind;

/**
 * A name, series or topic as the index keeps it for suggestions: one term with the words by which it is found, what it is,
 * and how it is written. The number of records with the term says how much the library has of it.
 */
record SuggestionTerm(String key, Kind kind, String text) {
    private static final char SEPARATOR = '\u0001';

    /** Ordered by its key. */
    String term() {
        return key + SEPARATOR + kind.ordinal() + SEPARATOR + text;
    }

    /** Of what {@link #term} has written, in UTF-8. */
    static Kind kind(BytesRef term) {
        var at = term.offset;
        while (term.bytes[at] != SEPARATOR) at++;
        return Kind.values()[term.bytes[at + 1] - '0'];
    }

    /** What {@link #term} has written. */
    static Suggestion suggestion(String term) {
        var first = term.indexOf(SEPARATOR);
        var kind = Kind.values()[term.charAt(first + 1) - '0'];
        return new Suggestion(kind, term.substring(first + 3));
    }
}

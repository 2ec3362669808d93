package org.carrel.search;

import java.time.Instant;
import org.carrel.search.Understanding.Meant;
import org.carrel.search.index.Found;
import org.carrel.search.index.IndexAnswers;
import org.carrel.search.index.SearchedIndex;

/** A question as it was understood, and what an index has for it. */
record Asked(Meant meant, Found found) {
    /** Corrected only where the text as it stands finds nothing, or next to nothing. */
    static Asked of(SearchedIndex index, SearchRequest request, Tuning tuning, Instant newSince) {
        var understanding = new Understanding(new IndexAnswers(index), tuning, request.readers());
        var typed = understanding.literally(request.text());
        var found = index.find(typed.wish(), request, newSince);
        if (request.literal() || !understanding.isDoubtful(typed, found.total())) return new Asked(typed, found);
        var corrected = understanding.corrected(typed);
        if (corrected.equals(typed)) return new Asked(typed, found);
        return new Asked(corrected, index.find(corrected.wish(), request, newSince));
    }
}

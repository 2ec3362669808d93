package org.carrel.search.index;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.IndexSearcher;
import org.carrel.search.Readers;
import org.carrel.search.Suggestion;

/**
 * How the first letters that people type go on. Everybody who types a longer text comes by them, many titles have the same, and
 * those cost most; so they are kept until the index changes.
 */
final class KnownBeginnings {
    /** Letters. Longer ones are seldom asked for again, and cost little. */
    private static final int LONGEST = 6;
    /** Some megabytes at most. */
    private static final int MOST = 4000;

    private volatile Known known = new Known(new Object(), new ConcurrentHashMap<>());

    /** @param reader key of what was read */
    private record Known(Object reader, ConcurrentHashMap<Asked, List<Suggestion>> answers) {}

    private record Asked(String key, Readers readers, int most) {}

    /** As {@link Suggestions#of}. */
    List<Suggestion> of(String typed, IndexSearcher searcher, Readers readers, int most) throws IOException {
        var key = Suggestions.key(typed);
        if (key.length() > LONGEST) return Suggestions.of(typed, searcher, readers, most);
        var reader = searcher.getIndexReader().getReaderCacheHelper().getKey();
        var now = known;
        if (now.reader() != reader) {
            now = new Known(reader, new ConcurrentHashMap<>());
            known = now;
        }
        var asked = new Asked(key, readers, most);
        var before = now.answers().get(asked);
        if (before != null) return before;
        var answer = Suggestions.of(typed, searcher, readers, most);
        if (now.answers().size() < MOST) now.answers().put(asked, answer);
        return answer;
    }
}

package org.carrel.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.carrel.search.SearchPage.FacetCount;

/** One facet: which documents have a chosen value, and how often each value occurs. */
final class FacetCounter {
    private final String field;
    private final Set<String> chosen;
    private final Map<String, Long> counts = new HashMap<>();

    FacetCounter(String field, Set<String> chosen) {
        this.field = field;
        this.chosen = chosen;
    }

    Leaf in(LeafReader reader) throws IOException {
        return new Leaf(DocValues.getSortedSet(reader, field));
    }

    /** Most frequent first, then by value. */
    List<FacetCount> counts() {
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .toList();
    }

    /** The facet in one segment: values are small numbers there. */
    final class Leaf {
        private final SortedSetDocValues values;
        private final boolean[] isChosen;
        private final long[] seen;
        private int[] current = new int[4];
        private int size;

        private Leaf(SortedSetDocValues values) throws IOException {
            this.values = values;
            this.isChosen = new boolean[(int) values.getValueCount()];
            this.seen = new long[isChosen.length];
            for (var ord = 0; ord < isChosen.length; ord++) {
                isChosen[ord] = chosen.contains(values.lookupOrd(ord).utf8ToString());
            }
        }

        /** Goes to the document; true when it has a chosen value or none is chosen. */
        boolean accepts(int doc) throws IOException {
            size = values.advanceExact(doc) ? values.docValueCount() : 0;
            if (size > current.length) current = Arrays.copyOf(current, size);
            var accepted = chosen.isEmpty();
            for (var i = 0; i < size; i++) {
                current[i] = (int) values.nextOrd();
                accepted |= isChosen[current[i]];
            }
            return accepted;
        }

        /** Counts the values of the document that {@link #accepts} went to. */
        void count() {
            for (var i = 0; i < size; i++) seen[current[i]]++;
        }

        void finish() throws IOException {
            for (var ord = 0; ord < seen.length; ord++) {
                if (seen[ord] > 0) counts.merge(values.lookupOrd(ord).utf8ToString(), seen[ord], Long::sum);
            }
        }
    }
}

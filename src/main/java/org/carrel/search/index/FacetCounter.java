package org.carrel.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.BytesRef;
import org.carrel.search.SearchPage.FacetCount;
import org.jspecify.annotations.Nullable;

/** One facet: which documents have a chosen value, and how often each value occurs. */
final class FacetCounter {
    /** Of each segment only its most frequent values are looked at: of names there are as many as books. */
    private static final int MOST_IN_SEGMENT = 30;

    private final Values valuesOf;
    private final Set<String> chosen;
    private final Map<String, Long> counts = new HashMap<>();

    FacetCounter(String field, Set<String> chosen) {
        this(reader -> DocValues.getSortedSet(reader, field), chosen);
    }

    FacetCounter(Values valuesOf, Set<String> chosen) {
        this.valuesOf = valuesOf;
        this.chosen = chosen;
    }

    /** The values of a segment's documents. */
    @FunctionalInterface
    interface Values {
        SortedSetDocValues in(LeafReader reader) throws IOException;
    }

    /** Whether documents are refused by it. */
    boolean isChosen() {
        return !chosen.isEmpty();
    }

    Leaf in(LeafReader reader) throws IOException {
        return new Leaf(valuesOf.in(reader));
    }

    /** Most frequent first, then by value. */
    List<FacetCount> counts() {
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .toList();
    }

    /** The facet in one segment: values are numbers there. */
    final class Leaf {
        private final SortedSetDocValues values;
        /** The same, when no document of the segment has more than one. */
        private final @Nullable SortedDocValues single;

        private final Set<Integer> chosenHere = new HashSet<>();
        private final OrdCounts seen;
        private int[] current = new int[4];
        private int size;

        private Leaf(SortedSetDocValues values) throws IOException {
            this.values = values;
            this.single = DocValues.unwrapSingleton(values);
            this.seen = OrdCounts.below((int) values.getValueCount());
            for (var value : chosen) {
                var ord = (int) values.lookupTerm(new BytesRef(value));
                if (ord >= 0) chosenHere.add(ord);
            }
        }

        /** Counts the values of a document that no filter refuses, for so many documents. */
        void countUnasked(int doc, int documents) throws IOException {
            if (single != null) {
                if (single.advanceExact(doc)) seen.add(single.ordValue(), documents);
            } else if (values.advanceExact(doc)) {
                for (var left = values.docValueCount(); left > 0; left--) seen.add((int) values.nextOrd(), documents);
            }
        }

        /** Goes to the document; true when it has a chosen value or none is chosen. */
        boolean accepts(int doc) throws IOException {
            size = values.advanceExact(doc) ? values.docValueCount() : 0;
            if (size > current.length) current = Arrays.copyOf(current, size);
            var accepted = chosen.isEmpty();
            for (var i = 0; i < size; i++) {
                current[i] = (int) values.nextOrd();
                accepted |= isChosen() && chosenHere.contains(current[i]);
            }
            return accepted;
        }

        /** Counts the values of the document that {@link #accepts} went to, for so many documents. */
        void count(int documents) {
            for (var i = 0; i < size; i++) seen.add(current[i], documents);
        }

        void finish() throws IOException {
            var most = IntStream.of(seen.most(MOST_IN_SEGMENT));
            var shown = IntStream.concat(most, chosenHere.stream().mapToInt(Integer::intValue))
                    .distinct()
                    .toArray();
            for (var ord : shown) {
                var count = seen.of(ord);
                if (count > 0) counts.merge(values.lookupOrd(ord).utf8ToString(), (long) count, Long::sum);
            }
        }
    }
}

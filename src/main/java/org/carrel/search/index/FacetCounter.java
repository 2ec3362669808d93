package org.carrel.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.carrel.search.SearchPage.FacetCount;
import org.jspecify.annotations.Nullable;

/** One facet: which documents have a chosen value, and in how many works each value occurs. */
final class FacetCounter {
    /** Of everything else there are few values. */
    private static final Set<String> HEADINGS = Set.of(Fields.TOPIC, Fields.SERIES_NAME, Fields.AUTHOR_NAME);

    private final String field;
    private final Values valuesOf;
    private final long[] chosen;
    private final ValueCounts counts = new ValueCounts();
    /** The values of works with several editions, each with its work: counted once. */
    private final SeenOnce seen;

    FacetCounter(String field, EditionGroups works, Collection<String> chosen) {
        this(field, reader -> DocValues.getSortedNumeric(reader, field), works, chosen);
    }

    FacetCounter(String field, Values valuesOf, EditionGroups works, Collection<String> chosen) {
        this.field = field;
        this.valuesOf = valuesOf;
        this.seen = new SeenOnce(works.count(), !HEADINGS.contains(field));
        this.chosen = chosen.stream().mapToLong(Headings::number).distinct().toArray();
    }

    /** The values of a segment's documents, as {@link Headings} numbers them. */
    @FunctionalInterface
    interface Values {
        SortedNumericDocValues in(LeafReader reader) throws IOException;
    }

    /** Whether documents are refused by it. */
    boolean isChosen() {
        return chosen.length > 0;
    }

    Leaf in(LeafReader reader) throws IOException {
        return new Leaf(valuesOf.in(reader));
    }

    /** At most so many and the chosen ones; the most frequent first, then by value. */
    List<FacetCount> counts(Headings headings, int limit) throws IOException {
        var shown = new TreeMap<String, Long>();
        var found = LongStream.concat(Arrays.stream(counts.most(limit)), Arrays.stream(chosen))
                .filter(value -> counts.of(value) > 0)
                .distinct()
                .toArray();
        for (var value : found) shown.put(headings.spelling(field, value), (long) counts.of(value));
        return shown.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .toList();
    }

    private void count(long value, int work, int documents) {
        if (work == 0 || seen.add(value, work)) counts.add(value, documents);
    }

    private boolean accepts(long value) {
        for (var one : chosen) if (one == value) return true;
        return false;
    }

    /** The facet in one segment. */
    final class Leaf {
        private final SortedNumericDocValues values;
        /** The same, when no document of the segment has more than one. */
        private final @Nullable NumericDocValues single;

        private long[] current = new long[4];
        private int size;

        private Leaf(SortedNumericDocValues values) {
            this.values = values;
            this.single = DocValues.unwrapSingleton(values);
        }

        /**
         * Counts the values of a document that no filter refuses, for so many documents.
         *
         * @param work 0 when it has no other edition
         */
        void countUnasked(int doc, int work, int documents) throws IOException {
            if (single != null) {
                if (single.advanceExact(doc)) FacetCounter.this.count(single.longValue(), work, documents);
            } else if (values.advanceExact(doc)) {
                for (var left = values.docValueCount(); left > 0; left--)
                    FacetCounter.this.count(values.nextValue(), work, documents);
            }
        }

        /** Goes to the document; true when it has a chosen value or none is chosen. */
        boolean accepts(int doc) throws IOException {
            size = values.advanceExact(doc) ? values.docValueCount() : 0;
            if (size > current.length) current = Arrays.copyOf(current, size);
            var accepted = !isChosen();
            for (var i = 0; i < size; i++) {
                current[i] = values.nextValue();
                accepted |= FacetCounter.this.accepts(current[i]);
            }
            return accepted;
        }

        /** Counts the values of the document that {@link #accepts} went to, for so many documents. */
        void count(int work, int documents) {
            for (var i = 0; i < size; i++) FacetCounter.this.count(current[i], work, documents);
        }
    }
}

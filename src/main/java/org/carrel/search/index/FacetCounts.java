package org.carrel.search.index;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.carrel.search.SearchPage.FacetCount;
import org.jspecify.annotations.Nullable;

/**
 * The facets of one search: which documents have the chosen values, and in how many works each value occurs. What is chosen
 * of a facet narrows the others, not itself.
 */
final class FacetCounts {
    private static final int[] NONE = new int[0];

    private final FacetValues values;
    private final Instant newSince;
    private final Map<FacetField, int[]> chosen = new EnumMap<>(FacetField.class);
    private final OrdinalCounts counts;
    private final SeenOnce seen;

    /**
     * @param works whose editions count as one
     * @param chosen of each facet the values of which a document must have one; none: it may have any
     * @param newSince what was added then or later is new
     */
    FacetCounts(
            FacetValues values,
            EditionGroups works,
            Map<FacetField, ? extends Collection<String>> chosen,
            Instant newSince) {
        this.values = values;
        this.newSince = newSince;
        this.counts = new OrdinalCounts(values.count());
        this.seen = new SeenOnce(works.count(), values.few());
        chosen.forEach((field, wanted) -> {
            if (!wanted.isEmpty()) this.chosen.put(field, ordinals(field, wanted));
        });
    }

    /** None when no document has any of them: then all are refused. */
    private int[] ordinals(FacetField field, Collection<String> wanted) {
        return wanted.stream()
                .mapToInt(value -> values.ordinal(field, Headings.number(value)))
                .filter(ordinal -> ordinal >= 0)
                .distinct()
                .toArray();
    }

    Leaf in(LeafReaderContext segment) throws IOException {
        return new Leaf(segment);
    }

    /** At most so many and the chosen ones; the most frequent first, then by value. */
    List<FacetCount> of(FacetField field, Headings headings, int limit) throws IOException {
        var shown = new TreeMap<String, Long>();
        var most = counts.most(values.from(field), values.to(field), limit);
        var found = IntStream.concat(Arrays.stream(most), Arrays.stream(chosen.getOrDefault(field, NONE)))
                .filter(ordinal -> counts.of(ordinal) > 0)
                .distinct()
                .toArray();
        for (var ordinal : found)
            shown.put(headings.spelling(field, values.number(ordinal)), (long) counts.of(ordinal));
        return shown.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .toList();
    }

    private void add(int ordinal, int work, int documents) {
        if (work == 0 || seen.add(ordinal, work)) counts.add(ordinal, documents);
    }

    private static int bit(FacetField field) {
        return 1 << field.ordinal();
    }

    /** The facets in one segment. */
    final class Leaf {
        private final SortedDocValues profileOf;
        private final SortedSetDocValues headingsOf;
        private final AddedSince added;
        private final int[][] profiles;
        private final int[] headings;
        /** How many documents have each profile, of those that no other edition has to be looked at for. */
        private final int[] wholes;
        /** Of each profile a bit for each facet that refuses it; null when nothing is chosen. */
        private final int @Nullable [] refusals;

        private int[] current = new int[8];
        private int size;

        private Leaf(LeafReaderContext segment) throws IOException {
            this.profileOf = DocValues.getSorted(segment.reader(), Fields.PROFILE);
            this.headingsOf = DocValues.getSortedSet(segment.reader(), Fields.HEADINGS);
            this.added = AddedSince.of(segment.reader(), newSince);
            this.profiles = values.of(segment).profiles();
            this.headings = values.of(segment).headings();
            this.wholes = new int[profiles.length];
            this.refusals = chosen.isEmpty() ? null : refusals();
        }

        private int[] refusals() {
            return Arrays.stream(profiles)
                    .mapToInt(profile -> chosen.keySet().stream()
                            .filter(field -> !field.isHeading() && field != FacetField.NEW)
                            .filter(field -> !hasChosen(field, profile, profile.length))
                            .mapToInt(FacetCounts::bit)
                            .sum())
                    .toArray();
        }

        /**
         * Counts the document; true when no facet refuses it.
         *
         * @param work 0 when it has no other edition
         * @param weight for how many documents its headings count, with 0 not at all; everything else counts each document
         */
        boolean count(int doc, int work, int weight) throws IOException {
            var profile = profileOf.advanceExact(doc) ? profileOf.ordValue() : profiles.length - 1;
            if (refusals != null) return filter(doc, refusals[profile], profile, work, weight);
            if (work == 0) wholes[profile]++;
            else for (var ordinal : profiles[profile]) add(ordinal, work, 1);
            if (added.has(doc)) add(values.from(FacetField.NEW), work, 1);
            if (weight == 0 || !headingsOf.advanceExact(doc)) return true;
            for (var left = headingsOf.docValueCount(); left > 0; left--)
                add(headings[(int) headingsOf.nextOrd()], work, weight);
            return true;
        }

        /** Each facet counts what the others let pass. */
        private boolean filter(int doc, int refusedByProfile, int profile, int work, int weight) throws IOException {
            readHeadings(doc);
            var isNew = added.has(doc);
            var refused = refusedByProfile | refusedByOthers(isNew);
            if (Integer.bitCount(refused) > 1) return false;
            var by = refused == 0 ? null : FacetField.values()[Integer.numberOfTrailingZeros(refused)];
            var from = by == null ? 0 : values.from(by);
            var to = by == null ? values.count() : values.to(by);
            for (var ordinal : profiles[profile]) if (ordinal >= from && ordinal < to) add(ordinal, work, 1);
            if (isNew && (by == null || by == FacetField.NEW)) add(values.from(FacetField.NEW), work, 1);
            for (var i = 0; i < size && weight > 0; i++)
                if (current[i] >= from && current[i] < to) add(current[i], work, weight);
            return by == null;
        }

        private void readHeadings(int doc) throws IOException {
            size = headingsOf.advanceExact(doc) ? headingsOf.docValueCount() : 0;
            if (size > current.length) current = Arrays.copyOf(current, size);
            for (var i = 0; i < size; i++) current[i] = headings[(int) headingsOf.nextOrd()];
        }

        private int refusedByOthers(boolean isNew) {
            var refused = 0;
            for (var field : chosen.keySet()) {
                if (field.isHeading() && !hasChosen(field, current, size)) refused |= bit(field);
                if (field == FacetField.NEW && !(isNew && chosen.getOrDefault(field, NONE).length > 0))
                    refused |= bit(field);
            }
            return refused;
        }

        private boolean hasChosen(FacetField field, int[] ordinals, int length) {
            var wanted = chosen.getOrDefault(field, NONE);
            for (var i = 0; i < length; i++) for (var one : wanted) if (one == ordinals[i]) return true;
            return false;
        }

        /** After the last document of the segment. */
        void finish() {
            for (var i = 0; i < wholes.length; i++) {
                if (wholes[i] == 0) continue;
                for (var ordinal : profiles[i]) counts.add(ordinal, wholes[i]);
            }
        }
    }
}

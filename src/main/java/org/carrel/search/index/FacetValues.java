package org.carrel.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.carrel.search.Facet;

/**
 * All values of all facets in a reader, numbered from 0: by field, in a field by their number in {@link Headings}. To count
 * them takes an array. Made once when the reader is opened, by the thread that opens it.
 */
final class FacetValues {
    private static final FacetField[] FIELDS = FacetField.values();
    private static final int[] NOTHING = new int[0];

    private final long[] numbers;
    /** Where the ordinals of each field begin; at last their end. */
    private final int[] starts = new int[FIELDS.length + 1];

    private final List<Segment> segments;

    /**
     * A segment.
     *
     * @param profiles the ordinals of each of its profiles; at last those of a document without one
     * @param headings the ordinal of each of its headings
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Segment(int[][] profiles, int[] headings) {}

    private FacetValues(List<SegmentFacets> facets) {
        var ofFields = new long[FIELDS.length][];
        for (var field : FIELDS) {
            ofFields[field.ordinal()] = numbers(field, facets);
            starts[field.ordinal() + 1] = starts[field.ordinal()] + ofFields[field.ordinal()].length;
        }
        this.numbers = Arrays.stream(ofFields).flatMapToLong(Arrays::stream).toArray();
        this.segments = facets.stream().map(this::segment).toList();
    }

    /** Of a searcher that knows them already, or else found out now. */
    static FacetValues of(IndexSearcher searcher) throws IOException {
        if (searcher instanceof WorksSearcher knowing) return knowing.facets();
        return of(SegmentFacets.of(searcher.getIndexReader().leaves()));
    }

    static FacetValues of(List<SegmentFacets> facets) {
        return new FacetValues(facets);
    }

    private static long[] numbers(FacetField field, List<SegmentFacets> facets) {
        if (field == FacetField.NEW) return new long[] {Headings.number(Facet.YES)};
        var all = field.isHeading()
                ? facets.stream().flatMapToLong(each -> Arrays.stream(each.headings(field)))
                : facets.stream().flatMapToLong(each -> inProfiles(field, each));
        return sorted(all.toArray());
    }

    private static LongStream inProfiles(FacetField field, SegmentFacets facets) {
        var found = LongStream.builder();
        for (var i = 0; i < facets.profiles(); i++) {
            var profile = facets.profile(i);
            for (var at = 0; at < FacetValue.count(profile); at++)
                if (FacetValue.field(profile, at) == field) found.add(FacetValue.number(profile, at));
        }
        return found.build();
    }

    /** Each once. What is in order already, segment after segment, is merged rather than sorted. */
    private static long[] sorted(long[] all) {
        Arrays.sort(all);
        var size = 0;
        for (var number : all) if (size == 0 || all[size - 1] != number) all[size++] = number;
        return Arrays.copyOf(all, size);
    }

    private Segment segment(SegmentFacets facets) {
        var profiles = new int[facets.profiles() + 1][];
        for (var i = 0; i < facets.profiles(); i++) {
            var profile = facets.profile(i);
            profiles[i] = new int[FacetValue.count(profile)];
            for (var at = 0; at < profiles[i].length; at++)
                profiles[i][at] = ordinal(FacetValue.field(profile, at), FacetValue.number(profile, at));
        }
        profiles[facets.profiles()] = NOTHING;
        return new Segment(profiles, headings(facets));
    }

    /** Both are in the same order. */
    private int[] headings(SegmentFacets facets) {
        var ordinals = new int[facets.headings()];
        for (var field : FIELDS) {
            var ordinal = from(field);
            for (var at = facets.from(field); at < facets.to(field); at++) {
                while (numbers[ordinal] != facets.heading(at)) ordinal++;
                ordinals[at] = ordinal;
            }
        }
        return ordinals;
    }

    Segment of(LeafReaderContext segment) {
        return segments.get(segment.ord);
    }

    /** How many there are of all fields. */
    int count() {
        return numbers.length;
    }

    /** Ordinals below this are of fields with few values. */
    int few() {
        return from(FacetField.TOPIC);
    }

    int from(FacetField field) {
        return starts[field.ordinal()];
    }

    int to(FacetField field) {
        return starts[field.ordinal() + 1];
    }

    /** As {@link Headings} numbers it. */
    long number(int ordinal) {
        return numbers[ordinal];
    }

    /** Negative when no document has it. */
    int ordinal(FacetField field, long number) {
        return Arrays.binarySearch(numbers, from(field), to(field), number);
    }

    /** Whether the document, by its number in the segment, has one of these headings. */
    boolean hasHeading(LeafReaderContext segment, int doc, int[] ordinals) throws IOException {
        var headings = DocValues.getSortedSet(segment.reader(), Fields.HEADINGS);
        if (!headings.advanceExact(doc)) return false;
        for (var left = headings.docValueCount(); left > 0; left--) {
            var here = of(segment).headings()[(int) headings.nextOrd()];
            for (var ordinal : ordinals) if (ordinal == here) return true;
        }
        return false;
    }
}

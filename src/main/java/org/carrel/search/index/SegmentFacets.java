package org.carrel.search.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/** Which values of facets occur in a segment. It stays true as long as the segment lives, whatever is deleted in it. */
final class SegmentFacets {
    private static final int FIELDS = FacetField.values().length;

    /** What documents have of fields with few values, all of it together, by the segment's numbers. */
    private final BytesRef[] profiles;
    /** The numbers of the headings, by the segment's own. */
    private final long[] headings;
    /** Where those of each field begin; at last their end. */
    private final int[] starts = new int[FIELDS + 1];

    private SegmentFacets(LeafReader reader) throws IOException {
        var profileOf = DocValues.getSorted(reader, Fields.PROFILE);
        profiles = new BytesRef[profileOf.getValueCount()];
        for (var i = 0; i < profiles.length; i++) profiles[i] = BytesRef.deepCopyOf(profileOf.lookupOrd(i));
        var headingsOf = DocValues.getSortedSet(reader, Fields.HEADINGS);
        headings = new long[Math.toIntExact(headingsOf.getValueCount())];
        var ends = new int[FIELDS];
        var terms = headingsOf.termsEnum();
        for (var i = 0; i < headings.length; i++) {
            var term = terms.next();
            headings[i] = FacetValue.number(term, 0);
            ends[FacetValue.field(term, 0).ordinal()] = i + 1;
        }
        for (var field = 0; field < FIELDS; field++) starts[field + 1] = Math.max(starts[field], ends[field]);
    }

    /** Of each segment, in their order. */
    static List<SegmentFacets> of(List<LeafReaderContext> segments) throws IOException {
        return new Cache().of(segments);
    }

    /** Those of the segments that are searched now: most are the same after a change. For one thread. */
    static final class Cache {
        private Map<CacheKey, SegmentFacets> known = Map.of();

        List<SegmentFacets> of(List<LeafReaderContext> segments) throws IOException {
            var now = new HashMap<CacheKey, SegmentFacets>();
            var facets = new SegmentFacets[segments.size()];
            for (var segment : segments) {
                var key = segment.reader().getCoreCacheHelper().getKey();
                var before = known.get(key);
                facets[segment.ord] = before == null ? new SegmentFacets(segment.reader()) : before;
                now.put(key, facets[segment.ord]);
            }
            known = now;
            return Arrays.asList(facets);
        }
    }

    int profiles() {
        return profiles.length;
    }

    /** Bytes of {@link FacetValue}. */
    BytesRef profile(int at) {
        return profiles[at];
    }

    int headings() {
        return headings.length;
    }

    long heading(int at) {
        return headings[at];
    }

    /** The numbers of a field's headings, in their order. */
    long[] headings(FacetField field) {
        return Arrays.copyOfRange(headings, from(field), to(field));
    }

    int from(FacetField field) {
        return starts[field.ordinal()];
    }

    int to(FacetField field) {
        return starts[field.ordinal() + 1];
    }
}

package org.carrel.search.index;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** Which documents of a segment were added since. Nothing is written when days pass. */
final class AddedSince {
    private final boolean all;
    /** Null where all were, or none. */
    private final @Nullable NumericDocValues added;

    private final long since;

    private AddedSince(boolean all, @Nullable NumericDocValues added, long since) {
        this.all = all;
        this.added = added;
        this.since = since;
    }

    /** Most segments are old or new as a whole; no document of theirs is looked at. */
    static AddedSince of(LeafReader reader, Instant newSince) throws IOException {
        var since = newSince.getEpochSecond();
        var dates = reader.getPointValues(Fields.ADDED);
        if (dates == null || LongPoint.decodeDimension(dates.getMaxPackedValue(), 0) < since)
            return new AddedSince(false, null, since);
        if (dates.getDocCount() == reader.maxDoc() && LongPoint.decodeDimension(dates.getMinPackedValue(), 0) >= since)
            return new AddedSince(true, null, since);
        return new AddedSince(false, DocValues.getNumeric(reader, Fields.ADDED), since);
    }

    /** @param doc not before the one that was asked for last */
    boolean has(int doc) throws IOException {
        return added == null ? all : added.advanceExact(doc) && added.longValue() >= since;
    }
}

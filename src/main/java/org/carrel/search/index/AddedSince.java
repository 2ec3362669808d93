package org.carrel.search.index;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.carrel.search.Facet;

/** The dates of a segment as a facet with one value: whether a record was added since. Nothing is written when days pass. */
final class AddedSince extends NumericDocValues {
    private static final long YES = Headings.number(Facet.YES);

    private final NumericDocValues added;
    private final long since;

    private AddedSince(NumericDocValues added, long since) {
        this.added = added;
        this.since = since;
    }

    /** Of a segment in which nothing is so new, no document is looked at. */
    static SortedNumericDocValues of(LeafReader reader, Instant since) throws IOException {
        var dates = reader.getPointValues(Fields.ADDED);
        if (dates == null || LongPoint.decodeDimension(dates.getMaxPackedValue(), 0) < since.getEpochSecond())
            return DocValues.emptySortedNumeric();
        return DocValues.singleton(new AddedSince(DocValues.getNumeric(reader, Fields.ADDED), since.getEpochSecond()));
    }

    @Override
    public boolean advanceExact(int doc) throws IOException {
        return added.advanceExact(doc) && added.longValue() >= since;
    }

    @Override
    public long longValue() {
        return YES;
    }

    @Override
    public int docID() {
        return added.docID();
    }

    @Override
    public int nextDoc() throws IOException {
        return newFrom(added.nextDoc());
    }

    @Override
    public int advance(int target) throws IOException {
        return newFrom(added.advance(target));
    }

    private int newFrom(int doc) throws IOException {
        var here = doc;
        while (here != NO_MORE_DOCS && added.longValue() < since) here = added.nextDoc();
        return here;
    }

    @Override
    public long cost() {
        return added.cost();
    }
}

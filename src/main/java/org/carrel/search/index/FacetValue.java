package org.carrel.search.index;

import java.util.Collection;
import java.util.Comparator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/**
 * One value of a facet, and how it is kept: a byte for the field and eight for the number, so that the order of the bytes is
 * that of the fields and numbers.
 *
 * @param number as {@link Headings} numbers it
 */
record FacetValue(FacetField field, long number) implements Comparable<FacetValue> {
    private static final FacetField[] FIELDS = FacetField.values();
    private static final int SIZE = 1 + Long.BYTES;
    private static final Comparator<FacetValue> ORDER =
            Comparator.comparing((FacetValue value) -> value.field).thenComparingLong(value -> value.number);

    @Override
    public int compareTo(FacetValue other) {
        return ORDER.compare(this, other);
    }

    /** All of them, one after the other. */
    static BytesRef bytes(Collection<FacetValue> values) {
        var bytes = new byte[SIZE * values.size()];
        var at = 0;
        for (var value : values) {
            bytes[at] = (byte) value.field.ordinal();
            NumericUtils.longToSortableBytes(value.number, bytes, at + 1);
            at += SIZE;
        }
        return new BytesRef(bytes);
    }

    static int count(BytesRef values) {
        return values.length / SIZE;
    }

    static FacetField field(BytesRef values, int place) {
        return FIELDS[values.bytes[values.offset + place * SIZE]];
    }

    static long number(BytesRef values, int place) {
        return NumericUtils.sortableBytesToLong(values.bytes, values.offset + place * SIZE + 1);
    }
}

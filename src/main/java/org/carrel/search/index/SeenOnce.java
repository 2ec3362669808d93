package org.carrel.search.index;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which values were seen with which works. Of facets with few values each value has a bit for each work, which costs a search
 * over everything next to nothing; of headings there are too many for that.
 */
final class SeenOnce {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int works;
    private final boolean few;
    private final ValueCounts pairs = new ValueCounts();
    private long[] values = new long[4];
    private FixedBitSet[] worksOf = new FixedBitSet[4];
    private int size;

    /** @param few whether there are so few values that they can be looked through */
    SeenOnce(int works, boolean few) {
        this.works = works;
        this.few = few;
    }

    /** True the first time. */
    boolean add(long value, int work) {
        return few ? !bits(value).getAndSet(work) : pairs.addOnce(pair(value, work));
    }

    private FixedBitSet bits(long value) {
        for (var i = 0; i < size; i++) if (values[i] == value) return worksOf[i];
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            worksOf = Arrays.copyOf(worksOf, 2 * size);
        }
        values[size] = value;
        worksOf[size] = new FixedBitSet(works + 1);
        return worksOf[size++];
    }

    private static long pair(long value, int work) {
        var pair = (value ^ work) * MIX;
        return pair == 0 ? 1 : pair;
    }
}

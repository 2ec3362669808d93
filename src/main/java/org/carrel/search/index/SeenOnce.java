package org.carrel.search.index;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which values were seen with which works. Of facets with few values each value has a bit for each work, which costs a search
 * over everything next to nothing; of headings there are too many for that, and each pair is remembered.
 */
final class SeenOnce {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FIRST_SIZE = 256;

    private final int works;
    private final boolean few;
    private long[] values = new long[4];
    private FixedBitSet[] worksOf = new FixedBitSet[4];
    /** By open addressing; 0 is a free place. */
    private long[] pairs = new long[FIRST_SIZE];

    private int size;

    /** @param few whether there are so few values that they can be looked through */
    SeenOnce(int works, boolean few) {
        this.works = works;
        this.few = few;
    }

    /** True the first time. */
    boolean add(long value, int work) {
        return few ? !bits(value).getAndSet(work) : addPair(value + work * MIX);
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

    private boolean addPair(long sum) {
        var pair = sum == 0 ? 1 : sum;
        var place = place(pair);
        if (pairs[place] == pair) return false;
        if (2 * size++ > pairs.length) {
            grow();
            place = place(pair);
        }
        pairs[place] = pair;
        return true;
    }

    private void grow() {
        var before = pairs;
        pairs = new long[4 * before.length];
        for (var pair : before) if (pair != 0) pairs[place(pair)] = pair;
    }

    private int place(long pair) {
        var mask = pairs.length - 1;
        var place = (int) (pair * MIX >>> Integer.SIZE) & mask;
        while (pairs[place] != 0 && pairs[place] != pair) place = (place + 1) & mask;
        return place;
    }
}

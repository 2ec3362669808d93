package org.carrel.search.index;

import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which values were seen with which works. Of fields with few values each has a bit for each work, which costs a search over
 * everything next to nothing; of headings there are too many for that, and each pair is remembered.
 */
final class SeenOnce {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FIRST_SIZE = 256;
    private static final int GROWTH = 4;

    private final int works;
    private final @Nullable FixedBitSet[] worksOf;
    /** By open addressing; 0 is a free place, and no work is 0. */
    private long[] pairs = new long[FIRST_SIZE];

    private int size;

    /**
     * @param works none has a larger number
     * @param few ordinals below this are of fields with few values
     */
    SeenOnce(int works, int few) {
        this.works = works;
        this.worksOf = new FixedBitSet[few];
    }

    /** True the first time. */
    boolean add(int ordinal, int work) {
        if (ordinal >= worksOf.length) return addPair((long) work << Integer.SIZE | ordinal);
        var seen = worksOf[ordinal];
        if (seen == null) worksOf[ordinal] = seen = new FixedBitSet(works + 1);
        return !seen.getAndSet(work);
    }

    private boolean addPair(long pair) {
        var place = place(pair);
        if (pairs[place] == pair) return false;
        pairs[place] = pair;
        if (2 * ++size > pairs.length) grow();
        return true;
    }

    private void grow() {
        var before = pairs;
        pairs = new long[GROWTH * before.length];
        for (var pair : before) if (pair != 0) pairs[place(pair)] = pair;
    }

    private int place(long pair) {
        var mask = pairs.length - 1;
        var place = (int) (pair * MIX >>> Integer.SIZE) & mask;
        while (pairs[place] != 0 && pairs[place] != pair) place = (place + 1) & mask;
        return place;
    }
}

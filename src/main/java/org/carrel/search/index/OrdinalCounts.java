package org.carrel.search.index;

import java.util.Arrays;

/**
 * Counts by ordinal: as long as few occur by open addressing, so that a question that finds little costs little, then in an
 * array of all.
 */
final class OrdinalCounts {
    /** So few are an array from the start. */
    private static final int FEW = 4096;

    private static final int FIRST_SIZE = 512;
    private static final int GROWTH = 4;
    private static final int MIX = 0x9E3779B9;

    private final int ordinals;
    /** One more than the ordinal, so that 0 is a free place; empty when the counts are an array of all. */
    private int[] keys;

    private int[] counts;
    private int size;

    /** @param ordinals all are below this */
    OrdinalCounts(int ordinals) {
        this.ordinals = ordinals;
        this.keys = new int[ordinals <= FEW ? 0 : FIRST_SIZE];
        this.counts = new int[ordinals <= FEW ? ordinals : FIRST_SIZE];
    }

    void add(int ordinal, int times) {
        if (keys.length == 0) counts[ordinal] += times;
        else addSparse(ordinal, times);
    }

    private void addSparse(int ordinal, int times) {
        var place = place(ordinal);
        counts[place] += times;
        if (keys[place] != 0) return;
        keys[place] = ordinal + 1;
        if (2 * ++size > keys.length) grow();
    }

    int of(int ordinal) {
        return counts[keys.length == 0 ? ordinal : place(ordinal)];
    }

    /** The most frequent ones among some ordinals, at most so many, the most frequent last; of equal ones the lowest. */
    int[] most(int from, int to, int limit) {
        var best = new Best(Math.min(limit, to - from));
        if (keys.length == 0) {
            for (var ordinal = from; ordinal < to; ordinal++)
                if (counts[ordinal] > best.least) best.take(ordinal, counts[ordinal]);
        } else {
            for (var place = 0; place < keys.length; place++) {
                var ordinal = keys[place] - 1;
                if (ordinal >= from && ordinal < to && counts[place] >= best.least) best.take(ordinal, counts[place]);
            }
        }
        return Arrays.copyOf(best.ordinals, best.size);
    }

    /** The best so far, the most frequent last. */
    private static final class Best {
        private final int[] ordinals;
        private final int[] counts;
        private int size;
        /** Once it is full what is below this cannot be among them; 0 before. */
        private int least;

        private Best(int limit) {
            ordinals = new int[limit];
            counts = new int[limit];
            least = limit == 0 ? Integer.MAX_VALUE : 0;
        }

        private void take(int ordinal, int count) {
            if (size == ordinals.length && !isMore(ordinal, count, 0)) return;
            var at = size < ordinals.length ? size++ : dropFirst();
            while (at > 0 && !isMore(ordinal, count, at - 1)) {
                ordinals[at] = ordinals[at - 1];
                counts[at] = counts[at - 1];
                at--;
            }
            ordinals[at] = ordinal;
            counts[at] = count;
            if (size == ordinals.length) least = counts[0];
        }

        private int dropFirst() {
            System.arraycopy(ordinals, 1, ordinals, 0, size - 1);
            System.arraycopy(counts, 1, counts, 0, size - 1);
            return size - 1;
        }

        private boolean isMore(int ordinal, int count, int other) {
            return count > counts[other] || count == counts[other] && ordinal < ordinals[other];
        }
    }

    private int place(int ordinal) {
        var mask = keys.length - 1;
        var hash = ordinal * MIX;
        var place = (hash ^ hash >>> Short.SIZE) & mask;
        while (keys[place] != 0 && keys[place] != ordinal + 1) place = (place + 1) & mask;
        return place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounts = counts;
        var dense = oldKeys.length * GROWTH * 2L > ordinals;
        keys = new int[dense ? 0 : oldKeys.length * GROWTH];
        counts = new int[dense ? ordinals : keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            var ordinal = oldKeys[i] - 1;
            var place = dense ? ordinal : place(ordinal);
            if (!dense) keys[place] = ordinal + 1;
            counts[place] = oldCounts[i];
        }
    }
}

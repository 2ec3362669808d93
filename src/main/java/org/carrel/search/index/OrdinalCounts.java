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
        var best = new int[Math.min(limit, to - from)];
        var taken = 0;
        for (var place = keys.length == 0 ? from : 0; place < (keys.length == 0 ? to : keys.length); place++) {
            if (counts[place] == 0) continue;
            var ordinal = keys.length == 0 ? place : keys[place] - 1;
            if (ordinal < from || ordinal >= to) continue;
            if (taken < best.length) {
                insert(best, taken++, ordinal, counts[place]);
            } else if (taken > 0 && isMore(ordinal, counts[place], best[0])) {
                System.arraycopy(best, 1, best, 0, taken - 1);
                insert(best, taken - 1, ordinal, counts[place]);
            }
        }
        return Arrays.copyOf(best, taken);
    }

    /** Among so many that are in the order of their counts. */
    private void insert(int[] sorted, int length, int ordinal, int count) {
        var at = length;
        while (at > 0 && !isMore(ordinal, count, sorted[at - 1])) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = ordinal;
    }

    private boolean isMore(int ordinal, int count, int other) {
        var others = of(other);
        return count > others || count == others && ordinal < other;
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

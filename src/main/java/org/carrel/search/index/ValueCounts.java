package org.carrel.search.index;

import java.util.Arrays;

/** Counts of the numbers that occur, none of them 0, by open addressing: nothing boxed. The numbers are hashes already. */
final class ValueCounts {
    private static final int FIRST_SIZE = 64;

    private long[] keys = new long[FIRST_SIZE];
    private int[] counts = new int[FIRST_SIZE];
    private int size;
    /** Many documents in a row have the same value. */
    private int last;

    void add(long value, int times) {
        if (keys[last] == value) {
            counts[last] += times;
            return;
        }
        var place = place(value);
        if (keys[place] == 0) {
            if (2 * size > keys.length) {
                grow();
                place = place(value);
            }
            keys[place] = value;
            size++;
        }
        counts[place] += times;
        last = place;
    }

    int of(long value) {
        return counts[place(value)];
    }

    /** The most frequent ones, in no order. */
    long[] most(int limit) {
        var best = new int[Math.min(limit, size)];
        var taken = 0;
        for (var place = 0; place < counts.length && best.length > 0; place++) {
            if (counts[place] == 0) continue;
            if (taken < best.length) {
                insert(best, taken++, place);
            } else if (counts[place] > counts[best[0]]) {
                System.arraycopy(best, 1, best, 0, taken - 1);
                insert(best, taken - 1, place);
            }
        }
        return Arrays.stream(best, 0, taken).mapToLong(place -> keys[place]).toArray();
    }

    /** Among so many places that are in the order of their counts. */
    private void insert(int[] sorted, int length, int place) {
        var at = length;
        while (at > 0 && counts[sorted[at - 1]] > counts[place]) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = place;
    }

    private int place(long value) {
        var mask = keys.length - 1;
        var place = (int) (value ^ value >>> Integer.SIZE) & mask;
        while (keys[place] != 0 && keys[place] != value) place = (place + 1) & mask;
        return place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            var place = place(oldKeys[i]);
            keys[place] = oldKeys[i];
            counts[place] = oldCounts[i];
        }
    }
}

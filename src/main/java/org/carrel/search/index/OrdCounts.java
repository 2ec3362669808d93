package org.carrel.search.index;

import java.util.Arrays;

/** Counts of the numbers that occur: in an array when they are few, else by open addressing; nothing boxed. */
final class OrdCounts {
    /** Below it every number has a place of its own. */
    private static final int FEW = 2048;

    /** Ords one higher, so that 0 is a free place; empty when every number has its own. */
    private int[] keys;

    private int[] counts;
    private int size;

    private OrdCounts(int keys, int counts) {
        this.keys = new int[keys];
        this.counts = new int[counts];
    }

    /** For numbers from 0 to one less than this. */
    static OrdCounts below(int limit) {
        return limit <= FEW ? new OrdCounts(0, limit) : new OrdCounts(64, 64);
    }

    void add(int ord, int times) {
        if (keys.length == 0) {
            counts[ord] += times;
            return;
        }
        var place = place(ord);
        if (keys[place] == 0) {
            if (2 * size > keys.length) {
                grow();
                place = place(ord);
            }
            keys[place] = ord + 1;
            size++;
        }
        counts[place] += times;
    }

    int of(int ord) {
        return counts[keys.length == 0 ? ord : place(ord)];
    }

    /** The most frequent ords, in no order. */
    int[] most(int limit) {
        var best = new long[Math.min(limit, counts.length)];
        var taken = 0;
        for (var place = 0; place < counts.length; place++) {
            if (counts[place] == 0) continue;
            var ranked = ((long) counts[place] << Integer.SIZE) | ordAt(place);
            if (taken < best.length) {
                insert(best, taken++, ranked);
            } else if (ranked > best[0]) {
                System.arraycopy(best, 1, best, 0, taken - 1);
                insert(best, taken - 1, ranked);
            }
        }
        return Arrays.stream(best, 0, taken).mapToInt(packed -> (int) packed).toArray();
    }

    /** Among so many that are in order. */
    private static void insert(long[] sorted, int size, long value) {
        var at = size;
        while (at > 0 && sorted[at - 1] > value) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = value;
    }

    private int ordAt(int place) {
        return keys.length == 0 ? place : keys[place] - 1;
    }

    private int place(int ord) {
        var mask = keys.length - 1;
        var place = (ord * 0x9E3779B9 >>> 7) & mask;
        while (keys[place] != 0 && keys[place] != ord + 1) place = (place + 1) & mask;
        return place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounts = counts;
        keys = new int[2 * oldKeys.length];
        counts = new int[keys.length];
        for (var i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            var place = place(oldKeys[i] - 1);
            keys[place] = oldKeys[i];
            counts[place] = oldCounts[i];
        }
    }
}

package org.carrel.search.index;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Counts of the numbers that occur, however large they are: open addressing, nothing boxed. */
final class OrdCounts {
    /** Ords one higher, so that 0 is a free place. */
    private int[] keys = new int[64];

    private int[] counts = new int[64];
    private int size;

    void add(int ord, int times) {
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
        return counts[place(ord)];
    }

    /** The most frequent ords, in no order. */
    int[] most(int limit) {
        var taken = IntStream.range(0, keys.length).filter(place -> keys[place] != 0);
        if (size <= limit) return taken.map(place -> keys[place] - 1).toArray();
        var ranked = taken.mapToLong(place -> ((long) counts[place] << Integer.SIZE) | (keys[place] - 1))
                .toArray();
        Arrays.sort(ranked);
        return Arrays.stream(ranked, ranked.length - limit, ranked.length)
                .mapToInt(packed -> (int) packed)
                .toArray();
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

package org.carrel.patrons.rosters;

import java.util.Arrays;

/** Numbers by numbers, without an object for each. No key is 0, no value is negative. */
final class LongMap {
    /** What stands for no value. */
    static final long NONE = -1;

    private static final int START = 1 << 10;

    private long[] keys = new long[START];
    private long[] values = new long[START];
    private int size;

    /** The value before, which stays; {@link #NONE} when there was none and this one is taken. */
    long putIfAbsent(long key, long value) {
        var at = LongSet.place(keys, key);
        if (keys[at] == key) return values[at];
        keys[at] = key;
        values[at] = value;
        if (++size * 4L > keys.length * 3L) grow();
        return NONE;
    }

    void put(long key, long value) {
        var at = LongSet.place(keys, key);
        if (keys[at] == key) values[at] = value;
        else putIfAbsent(key, value);
    }

    long get(long key) {
        var at = LongSet.place(keys, key);
        return keys[at] == key ? values[at] : NONE;
    }

    /** The keys from the smallest on. */
    long[] sortedKeys() {
        return Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
    }

    private void grow() {
        var before = keys;
        var valuesBefore = values;
        keys = new long[before.length * 2];
        values = new long[before.length * 2];
        for (var i = 0; i < before.length; i++) {
            if (before[i] == 0) continue;
            var at = LongSet.place(keys, before[i]);
            keys[at] = before[i];
            values[at] = valuesBefore[i];
        }
    }
}

package org.carrel.patrons.rosters;

/** Numbers, without an object for each. None is 0. */
final class LongSet {
    private static final int START = 1 << 10;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[START];
    private int size;

    /** False when it was there. */
    boolean add(long key) {
        var at = place(keys, key);
        if (keys[at] == key) return false;
        keys[at] = key;
        if (++size * 4L > keys.length * 3L) grow();
        return true;
    }

    boolean contains(long key) {
        return keys[place(keys, key)] == key;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void grow() {
        var before = keys;
        keys = new long[before.length * 2];
        for (var key : before) if (key != 0) keys[place(keys, key)] = key;
    }

    /** Where the key is, or the free place where it belongs. */
    static int place(long[] keys, long key) {
        if (key == 0) throw new IllegalArgumentException("0 is no key");
        var last = keys.length - 1;
        var at = (int) (key * SPREAD >>> 32) & last;
        while (keys[at] != 0 && keys[at] != key) at = at + 1 & last;
        return at;
    }
}

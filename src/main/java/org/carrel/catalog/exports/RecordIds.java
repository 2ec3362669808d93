package org.carrel.catalog.exports;

import java.util.Arrays;
import java.util.Iterator;

/** The ids of the records in a file, in their order: eight bytes a record. */
final class RecordIds implements Iterable<Long> {
    private long[] ids = new long[1024];
    private int count;

    void add(long id) {
        if (count == ids.length) ids = Arrays.copyOf(ids, 2 * count);
        ids[count++] = id;
    }

    boolean isEmpty() {
        return count == 0;
    }

    @Override
    public Iterator<Long> iterator() {
        return Arrays.stream(ids, 0, count).iterator();
    }
}

package org.carrel.catalog.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Many numbers in parts that one statement holds. */
final class Parts {
    private static final int AT_ONCE = 1_000;

    private Parts() {}

    /** In their order, each once. */
    static List<List<Long>> of(Collection<Long> numbers) {
        var all = new ArrayList<>(new TreeSet<>(numbers));
        var parts = new ArrayList<List<Long>>();
        for (var from = 0; from < all.size(); from += AT_ONCE)
            parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + AT_ONCE))));
        return parts;
    }
}

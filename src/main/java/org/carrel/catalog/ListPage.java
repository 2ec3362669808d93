package org.carrel.catalog;

import java.util.List;

/**
 * A piece of a long list, cut by the database.
 *
 * @param page from 1; beyond the last page {@code rows} is empty
 * @param size rows on a full page
 * @param total rows on all pages
 */
public record ListPage<T>(List<T> rows, int page, int size, int total) {
    public ListPage {
        rows = List.copyOf(rows);
        if (page < 1 || size < 1 || total < 0) throw new IllegalArgumentException(page + ", " + size + ", " + total);
    }

    /** At least 1: an empty list has one empty page. */
    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** How many rows stand on the pages before this one. */
    public static int skipped(int page, int size) {
        return Math.multiplyExact(page - 1, size);
    }
}

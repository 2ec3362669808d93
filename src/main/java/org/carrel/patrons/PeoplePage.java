package org.carrel.patrons;

import java.io.Serializable;
import java.util.List;

/**
 * A page of a list.
 *
 * @param page from 1
 * @param total rows on all pages together
 */
public record PeoplePage<T extends Serializable>(List<T> rows, int page, int size, long total) implements Serializable {
    public PeoplePage {
        rows = List.copyOf(rows);
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}

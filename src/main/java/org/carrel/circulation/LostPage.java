package org.carrel.circulation;

import java.io.Serializable;
import java.util.List;

/** A page of the list of what is lost. @param page from 1 @param total on all pages */
public record LostPage(List<LostThing> rows, int page, int size, int total) implements Serializable {
    public LostPage {
        rows = List.copyOf(rows);
    }

    /** At least 1. */
    public int pages() {
        return Math.max(1, Math.ceilDiv(total, size));
    }
}

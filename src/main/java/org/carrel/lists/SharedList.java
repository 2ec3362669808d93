package org.carrel.lists;

import java.util.List;

/** A list with what stands on it, in order, without what the catalog does not show. */
public record SharedList(ReadingList list, List<ListEntry> entries) {
    public SharedList {
        entries = List.copyOf(entries);
    }
}

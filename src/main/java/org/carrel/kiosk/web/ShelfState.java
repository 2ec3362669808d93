package org.carrel.kiosk.web;

import java.util.List;
import org.carrel.catalog.Item;

/** Can a reader have it now? Shown by words, icon and colour together. */
public enum ShelfState {
    IN,
    OUT,
    NONE,
    UNKNOWN;

    /** @param known false when the database did not answer */
    static ShelfState of(List<Item> items, boolean known) {
        if (!known) return UNKNOWN;
        if (items.isEmpty()) return NONE;
        return items.stream().anyMatch(Item::available) ? IN : OUT;
    }
}

package org.carrel.catalog.rules;

import java.util.Optional;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.ShelfOrder;

/** Ranges of labels as ranges of keys, for those who work along the shelves. */
public final class ShelfSpans {
    private ShelfSpans() {}

    /** Empty when a label cannot be read, or when nothing can stand between them. */
    public static Optional<ShelfOrder.Span> of(String from, String to) {
        return KeyRange.of(new CallRange(0, from, to)).map(keys -> new ShelfOrder.Span(keys.from(), keys.end()));
    }
}

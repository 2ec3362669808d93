package org.carrel.catalog.rules;

import java.util.Optional;
import org.carrel.catalog.CallRange;

/**
 * A range of call numbers as shelf keys, which compare as ASCII.
 *
 * @param location 0 when it does not matter
 * @param from the first key that is in
 * @param end the first key that is not
 */
record KeyRange(int location, String from, String end) {
    /** Greater than every character of a key: what begins like the last label is in. */
    private static final char AFTER_ALL = '\u007F';

    /** Empty when a label cannot be read, or when nothing can stand between them. */
    static Optional<KeyRange> of(CallRange range) {
        var from = CallBound.key(range.from());
        var to = CallBound.key(range.to());
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        var keys = new KeyRange(range.location(), from.get(), to.get() + AFTER_ALL);
        return keys.from.compareTo(keys.end) < 0 ? Optional.of(keys) : Optional.empty();
    }

    boolean holds(int itemLocation, String shelfKey) {
        return isOf(itemLocation) && from.compareTo(shelfKey) <= 0 && shelfKey.compareTo(end) < 0;
    }

    /** Whether some copy could be in both. */
    boolean meets(KeyRange other) {
        return (other.location == 0 || isOf(other.location))
                && from.compareTo(other.end) < 0
                && other.from.compareTo(end) < 0;
    }

    boolean isOf(int itemLocation) {
        return location == 0 || location == itemLocation;
    }
}

package org.carrel.catalog;

import java.io.Serializable;
import java.util.Optional;
import org.carrel.catalog.rules.ClassOfCopy;
import org.carrel.catalog.rules.ShelfKey;
import org.carrel.catalog.rules.ShelfSpans;

/** The order of the shelves for other features. Keys of copies compare as ASCII, in the order in which the copies stand. */
public final class ShelfOrder {
    private ShelfOrder() {}

    /**
     * A part of the shelves.
     *
     * @param from the first key that is in
     * @param end the first key that is not
     */
    public record Span(String from, String end) implements Serializable {
        public boolean holds(String key) {
            return from.compareTo(key) <= 0 && key.compareTo(end) < 0;
        }
    }

    /** From one label to another, both and all that begins like the last one included; empty when that is no range. */
    public static Optional<Span> span(String from, String to) {
        return ShelfSpans.of(from, to);
    }

    /** Whether nobody knows where a copy with this key stands: it has no call number. */
    public static boolean isNowhere(String key) {
        return key.equals(ShelfKey.NOWHERE);
    }

    /** FIC, E, GN, B and the like; a Dewey number with three digits before the point (641.5); empty for everything else. */
    public static String classOf(CallNumber call) {
        return ClassOfCopy.of(call);
    }
}

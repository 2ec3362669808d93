package org.carrel.devices.rules;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/** What is missing from a cart when it was counted or scanned (rules Q2 and Q3). */
public final class Counting {
    private Counting() {}

    /** What the counting comes to. */
    public sealed interface Result extends Serializable {}

    /** @param missing numbers of devices */
    public record Known(Set<Long> missing) implements Result {
        public Known {
            missing = Set.copyOf(missing);
        }
    }

    /** So many were expected, so many counted, so many named as missing: that does not add up. */
    public record Unclear(int expected, int counted, int named) implements Result {}

    /** What was not scanned is missing. @param expected that should be there @param seen that were scanned */
    public static Known scanned(Set<Long> expected, Set<Long> seen) {
        var missing = new HashSet<>(expected);
        missing.removeAll(seen);
        return new Known(missing);
    }

    /**
     * A number that is short needs names: else nobody knows which they are.
     *
     * @param seen those of the expected that were scanned already: they cannot be named
     * @param counted so many are in the cart, the scanned ones too
     * @param named those that are not there
     */
    public static Result counted(Set<Long> expected, Set<Long> seen, int counted, Set<Long> named) {
        var missing = new HashSet<>(named);
        missing.retainAll(expected);
        missing.removeAll(seen);
        return counted + missing.size() == expected.size()
                ? new Known(missing)
                : new Unclear(expected.size(), counted, missing.size());
    }
}

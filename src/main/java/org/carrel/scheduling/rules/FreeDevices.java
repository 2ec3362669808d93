package org.carrel.scheduling.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How many devices a class finds in its cart: those that are healthy, but for those that are elsewhere then. What is out on an earlier
 * session is back when this one begins, and is not counted twice (B-37).
 */
public final class FreeDevices {
    /** When nobody knows when it is back. */
    private static final Instant NEVER = Instant.MAX;

    /** So long nobody counts on what should be back already. */
    private static final Duration LATE = Duration.ofDays(1);

    private FreeDevices() {}

    /**
     * What is elsewhere now of a cart, or of another thing of the inventory.
     *
     * @param whole when the thing itself is back; empty: it is here
     * @param parts when each of its devices is that is healthy and elsewhere
     */
    public record Away(Optional<Instant> whole, List<Instant> parts) {
        public static final Away NOTHING = new Away(Optional.empty(), List.of());

        public Away {
            parts = List.copyOf(parts);
        }

        /** Whether the thing itself is not here then. */
        public boolean isGone(Instant starts) {
            return whole.filter(back -> back.isAfter(starts)).isPresent();
        }
    }

    /** When to count on it again. @param due empty for no due date */
    public static Instant back(Optional<Instant> due, Instant now) {
        if (due.isEmpty()) return NEVER;
        return due.get().isAfter(now) ? due.get() : now.plus(LATE);
    }

    /**
     * How many there are.
     *
     * @param ready healthy ones that belong in it, wherever they are
     * @param starts beginning of the session, time to make ready included
     * @return at least 0
     */
    public static int at(int ready, Away away, Instant starts) {
        if (away.isGone(starts)) return 0;
        return Math.max(0, ready - count(away.parts(), starts));
    }

    private static int count(Collection<Instant> backs, Instant starts) {
        return (int) backs.stream().filter(back -> back.isAfter(starts)).count();
    }
}

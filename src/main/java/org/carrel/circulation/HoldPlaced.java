package org.carrel.circulation;

import java.util.Set;

/** Every answer to a wish for a hold. */
public sealed interface HoldPlaced {
    /** @param position in the queue, from 1 */
    record Placed(long hold, int position) implements HoldPlaced {}

    /** Nothing was written. @param problems all of them at once */
    record Refused(Set<HoldProblem> problems) implements HoldPlaced {
        public Refused {
            problems = Set.copyOf(problems);
        }
    }
}

package org.carrel.circulation;

import java.time.Instant;
import java.util.List;
import org.carrel.circulation.DueAnswer.Due;

/** What becomes of a wish to renew. */
public sealed interface RenewalAnswer {
    /**
     * @param renewals how often it has been renewed then
     * @param fineForgiven whether what is owed for lateness until now goes; otherwise it stays, worked out for now (rule F7)
     */
    record Renewed(Due due, int renewals, boolean fineForgiven) implements RenewalAnswer {}

    /** All reasons at once, the gravest first. @param steps on the way to the date that is of no use, if any */
    record Refused(List<Reason> reasons, List<DueStep> steps) implements RenewalAnswer {
        public Refused {
            reasons = List.copyOf(reasons);
            steps = List.copyOf(steps);
        }
    }

    /** Why not, the gravest first. */
    sealed interface Reason {
        /** Somebody waits for it. */
        record Held() implements Reason {}

        /** @param most how often the rule allows */
        record TooMany(int most) implements Reason {}

        /** It would be due when it is due already, or earlier. */
        record WouldNotChange(Instant due) implements Reason {}

        /** It has no due date to move. */
        record NoDueDate() implements Reason {}

        record NoDate(DueProblem problem) implements Reason {}
    }
}

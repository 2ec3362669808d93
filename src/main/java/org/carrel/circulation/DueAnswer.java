package org.carrel.circulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Until when something is lent, and how that came about. */
public sealed interface DueAnswer {
    /** In the order in which they were taken. */
    List<DueStep> steps();

    /** @param on the day at the site */
    record Due(Instant at, LocalDate on, List<DueStep> steps) implements DueAnswer {
        public Due {
            steps = List.copyOf(steps);
        }
    }

    /** Until it comes back. */
    record NoDue(List<DueStep> steps) implements DueAnswer {
        public NoDue {
            steps = List.copyOf(steps);
        }
    }

    /** The rules give no date: somebody has to say one. */
    record Refused(DueProblem reason, List<DueStep> steps) implements DueAnswer {
        public Refused {
            steps = List.copyOf(steps);
        }
    }
}

package org.carrel.testing;

import java.io.Serializable;
import java.util.Set;
import org.carrel.scheduling.Displacement;

/**
 * What a window would do.
 *
 * @param problems none when it can be opened as far as the wish goes
 */
public record WindowPlan(Set<WindowProblem> problems, Displacement displacement) implements Serializable {
    public WindowPlan {
        problems = Set.copyOf(problems);
    }

    public boolean isGood() {
        return problems.isEmpty() && displacement.unfit().isEmpty();
    }
}

package org.carrel.sessions.rules;

import java.time.Instant;
import java.util.List;
import org.carrel.sessions.PulledCopy;

/** Who may have a copy that was pulled for a class. */
public final class PulledRules {
    private PulledRules() {}

    /**
     * The teacher, and who is in the class. Where nobody has told which class it is, whoever borrows while it is there.
     *
     * @param classes of the roster that the person is in
     */
    public static boolean mayHave(PulledCopy copy, long patron, List<Long> classes, Instant now) {
        if (copy.isOver(now)) return true;
        if (copy.teacher().isPresent() && copy.teacher().getAsLong() == patron) return true;
        return copy.schoolClass().isPresent()
                ? classes.contains(copy.schoolClass().getAsLong())
                : copy.isNow(now, CartPlans.EARLY);
    }
}

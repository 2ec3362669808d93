package org.carrel.testing.rules;

import java.util.OptionalLong;
import org.carrel.testing.SeatAnswer.Kind;

/** Whether a student can sit at a device (TS-3). */
public final class SeatRules {
    /** In characters. */
    public static final int LONGEST_WHY = 300;

    private SeatRules() {}

    /**
     * What is known.
     *
     * @param over the test was called off, or the day has passed
     * @param listed whether the student is of this room
     * @param elsewhere whether the student sits in another room at the same time
     * @param sits the device at which the student sits
     * @param kept whether the device is kept for what may be on it alone
     * @param usable whether its condition lets anybody use it
     * @param taken whether somebody else sits at it at the same time
     * @param why a device is swapped; empty: it is not meant to be
     */
    public record Facts(
            boolean over,
            boolean listed,
            boolean elsewhere,
            OptionalLong sits,
            long device,
            boolean kept,
            boolean usable,
            boolean taken,
            String why) {}

    /** What comes of it: {@link Kind#SEATED} and {@link Kind#SWAPPED} are done, everything else is not. */
    public static Kind of(Facts facts) {
        if (facts.over()) return Kind.OVER;
        if (!facts.listed()) return Kind.NOT_LISTED;
        if (facts.elsewhere()) return Kind.ELSEWHERE;
        if (facts.sits().equals(OptionalLong.of(facts.device()))) return Kind.SAME;
        if (facts.kept()) return Kind.KEPT;
        if (!facts.usable()) return Kind.NOT_USABLE;
        if (facts.taken()) return Kind.TAKEN;
        if (facts.sits().isEmpty()) return Kind.SEATED;
        if (facts.why().isBlank()) return Kind.WHY;
        return facts.why().length() > LONGEST_WHY ? Kind.WHY_TOO_LONG : Kind.SWAPPED;
    }
}

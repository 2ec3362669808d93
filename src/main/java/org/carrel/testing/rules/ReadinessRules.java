package org.carrel.testing.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.testing.DeviceReady.Look;
import org.carrel.testing.DeviceReady.State;
import org.carrel.testing.TestProgram.Check;

/** Whether a device is ready for a program (TS-2). */
public final class ReadinessRules {
    private ReadinessRules() {}

    /** The latest look at a check. */
    public record Seen(Instant at, boolean passed) {}

    /** One for each check, in their order. @param seen by the number of the check */
    public static List<Look> looks(List<Check> checks, Map<Integer, Seen> seen, Instant now) {
        var looks = new ArrayList<Look>();
        for (var check : checks) {
            var last = Optional.ofNullable(seen.get(check.id()));
            var fresh = last.filter(one -> now.isBefore(one.at().plus(Duration.ofDays(check.days()))))
                    .isPresent();
            looks.add(new Look(
                    check, last.map(Seen::at), last.filter(Seen::passed).isPresent(), fresh));
        }
        return looks;
    }

    /** A program without checks has nothing that could be wrong. */
    public static State state(List<Look> looks) {
        if (looks.stream().allMatch(Look::isGood)) return State.READY;
        if (looks.stream().anyMatch(look -> look.at().isPresent() && !look.passed())) return State.FAILED;
        return looks.stream().anyMatch(look -> look.at().isEmpty()) ? State.OPEN : State.OLD;
    }
}

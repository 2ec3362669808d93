package org.carrel.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.testing.DeviceReady.State;
import org.carrel.testing.TestProgram.Check;
import org.carrel.testing.rules.ReadinessRules.Seen;
import org.junit.jupiter.api.Test;

/** When a device is ready for a test (TS-2). */
class ReadinessRulesTest {
    private static final Instant NOW = Instant.parse("2027-03-15T14:00:00Z");

    private static State state(List<Check> checks, Map<Integer, Seen> seen) {
        return ReadinessRules.state(ReadinessRules.looks(checks, seen, NOW));
    }

    private static List<Check> checks(List<Integer> days) {
        return IntStream.range(0, days.size())
                .mapToObj(at -> new Check(at + 1, "Check " + at, "", days.get(at)))
                .toList();
    }

    /** @param hours how long ago each check was looked at; what is below nothing was not */
    @Property
    boolean isReadyOnlyWhenEachCheckIsNewerThanItsLimitAndPassed(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> days,
            @ForAll @Size(6) List<@IntRange(min = -5, max = 1000) Integer> hours,
            @ForAll @Size(6) List<Boolean> passed) { // TS-2
        var checks = checks(days);
        var seen = new HashMap<Integer, Seen>();
        for (var at = 0; at < checks.size(); at++)
            if (hours.get(at) >= 0)
                seen.put(at + 1, new Seen(NOW.minus(Duration.ofHours(hours.get(at))), passed.get(at)));
        var all = IntStream.range(0, checks.size())
                .allMatch(at -> hours.get(at) >= 0 && passed.get(at) && hours.get(at) < days.get(at) * 24);
        return all == (state(checks, seen) == State.READY);
    }

    @Test
    void whatIsWrongIsToldBeforeWhatIsOldOrOpen() {
        var checks = checks(List.of(1, 1, 1));
        var old = new Seen(NOW.minus(Duration.ofDays(1)), true);
        var wrong = new Seen(NOW, false);
        assertThat(state(checks, Map.of())).isEqualTo(State.OPEN);
        assertThat(state(checks, Map.of(1, old))).isEqualTo(State.OPEN);
        assertThat(state(checks, Map.of(1, old, 2, old, 3, old))).isEqualTo(State.OLD);
        assertThat(state(checks, Map.of(1, wrong, 2, old))).isEqualTo(State.FAILED);
        assertThat(state(List.of(), Map.of())).isEqualTo(State.READY);
    }
}

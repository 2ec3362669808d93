package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRateTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Asks all the time for so long; how often it was let in. */
    private static int letIn(RequestRate rate, Duration time) {
        var left = rate.full(NOON);
        var count = 0;
        for (var now = NOON; !now.isAfter(NOON.plus(time)); ) {
            left = rate.by(left, now);
            var wait = rate.wait(left);
            if (wait.isZero()) {
                left = rate.taken(left);
                count++;
            } else now = now.plus(wait);
        }
        return count;
    }

    @ParameterizedTest(name = "{0}: {2} in {1}")
    @CsvSource({"PROGRAM, PT0S, 200", "PROGRAM, PT10.01S, 400", "WRONG_TOKEN, PT0S, 20", "WRONG_TOKEN, PT61S, 32"})
    void soManyAtOnceAndThenAsFastAsTurnsComeBack(RequestRate rate, Duration time, int expected) {
        assertThat(letIn(rate, time)).isEqualTo(expected);
    }

    @Test
    void twentyScansInFourSecondsNeverWait() {
        var left = RequestRate.PROGRAM.full(NOON);
        for (var i = 0; i < 2_000; i++) {
            left = RequestRate.PROGRAM.by(left, NOON.plusMillis(200L * i));
            assertThat(RequestRate.PROGRAM.wait(left)).isZero();
            left = RequestRate.PROGRAM.taken(left);
        }
    }

    /** Whatever the clock does, and however long somebody waited: never more than is there at once. */
    @Property
    void nobodySavesTurnsUp(
            @ForAll RequestRate rate,
            @ForAll @Size(max = 40) List<@IntRange(min = -9_000, max = 90_000) Integer> steps) {
        var left = rate.full(NOON);
        var now = NOON;
        for (var step : steps) {
            now = now.plusMillis(step);
            left = rate.by(left, now);
            assertThat(left.turns()).isBetween(0.0, rate.full(NOON).turns());
            if (rate.wait(left).isZero()) left = rate.taken(left);
            assertThat(left.turns()).isNotNegative();
        }
    }
}

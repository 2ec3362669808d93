package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.security.rules.BackOff.Count;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackOffTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** Tries as fast as it may for this long; how many were looked at. */
    private static int tries(BackOff kind, Duration time) {
        var count = Count.NONE;
        var tries = 0;
        for (var now = NOON; now.isBefore(NOON.plus(time)); ) {
            var wait = kind.wait(count, now);
            if (wait.isZero()) {
                count = kind.tried(count, now);
                tries++;
                now = now.plusMillis(10);
            } else now = now.plus(wait);
        }
        return tries;
    }

    @ParameterizedTest(name = "{0}: at most {2} in {1}")
    @CsvSource({
        "NAME_HERE, PT1M,  10",
        "NAME_HERE, PT24H, 150",
        "ADDRESS,   PT1M,  111",
        "CARD,      PT1M,  10",
        "CARD,      PT24H, 150",
        "SCREEN,    PT1M,  37",
        "ADDRESS,   PT24H, 14501",
        "NAME,      PT1M,  53",
        "NAME,      PT24H, 2931"
    })
    void whoTriesAllTheTimeGetsFewTries(BackOff kind, Duration time, int most) {
        assertThat(tries(kind, time)).isLessThanOrEqualTo(most).isGreaterThan(4);
    }

    @Test
    void aFewTyposCostNothing() {
        var count = Count.NONE;
        for (var i = 0; i < 5; i++) {
            assertThat(BackOff.NAME_HERE.wait(count, NOON)).isZero();
            count = BackOff.NAME_HERE.tried(count, NOON);
        }
        assertThat(BackOff.NAME_HERE.wait(count, NOON)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource
    void aDayLaterAllIsForgotten(BackOff kind) {
        var count = new Count(100_000, NOON);
        assertThat(kind.failures(count, NOON.plus(BackOff.MEMORY))).isZero();
        assertThat(kind.wait(count, NOON.plus(BackOff.MEMORY))).isZero();
    }

    @Property
    boolean nobodyWaitsLongerThanAQuarterOfAnHour(
            @ForAll BackOff kind,
            @ForAll @IntRange(max = 1_000_000) int failures,
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int seconds) {
        var wait = kind.wait(new Count(failures, NOON), NOON.plusSeconds(seconds));
        return !wait.isNegative() && wait.compareTo(Duration.ofMinutes(15)) <= 0;
    }

    /** What was told to a person is enough: after that wait a try is looked at. */
    @Property
    boolean whoWaitsAsToldMayTry(@ForAll BackOff kind, @ForAll @IntRange(max = 100_000) int failures) {
        var count = new Count(failures, NOON);
        return kind.wait(count, NOON.plus(kind.wait(count, NOON))).isZero();
    }

    @Property
    boolean moreFailuresNeverShortenTheWait(
            @ForAll BackOff kind,
            @ForAll @IntRange(max = 1_000) int failures,
            @ForAll @IntRange(max = 1_000) int more) {
        var wait = kind.wait(new Count(failures, NOON), NOON);
        return kind.wait(new Count(failures + more, NOON), NOON).compareTo(wait) >= 0;
    }

    /** Whatever the order of tries: in any time there are no more than the first free ones and one for each pause. */
    @Property
    boolean noPatternOfTriesGetsMore(
            @ForAll BackOff kind, @ForAll @Size(max = 400) List<@IntRange(max = 20_000) Integer> gaps) {
        var count = Count.NONE;
        var now = NOON;
        var looked = 0;
        for (var gap : gaps) {
            now = now.plusMillis(gap);
            if (!kind.wait(count, now).isZero()) continue;
            count = kind.tried(count, now);
            looked++;
        }
        var passed = Duration.between(NOON, now).toMillis();
        var pause = Math.min(kind.forget().toMillis(), kind.pause(kind.free()).toMillis());
        return looked <= kind.free() + 1 + passed / pause;
    }
}

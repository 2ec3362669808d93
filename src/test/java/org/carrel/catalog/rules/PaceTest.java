package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    @ParameterizedTest(name = "{5}")
    @CsvSource(textBlock = """
            1000, 0,   10, 100, 90, ten times as much is left as was done in ten seconds
            1000, 500, 10, 50,  180, what a process before did does not count
            3,    0,   2,  2,   6665, rounded up: never too early
            """)
    void rateAndTimeLeft(int done, int before, int seconds, long rate, long left, String why) {
        var pace = new Pace(done, before, Duration.ofSeconds(seconds));
        assertThat(pace.perSecond()).as(why).isEqualTo(rate);
        assertThat(pace.left(10_000)).as(why).contains(Duration.ofSeconds(left));
    }

    @Test
    void nothingIsKnownBeforeSomethingIsDone() {
        assertThat(new Pace(0, 0, Duration.ofSeconds(9)).left(10)).isEmpty();
        assertThat(new Pace(5, 5, Duration.ofSeconds(9)).perSecond()).isZero();
        assertThat(new Pace(5, 0, Duration.ofMillis(20)).left(10)).isEmpty();
    }

    @Property
    void percentIsAHundredOnlyAtTheEnd(
            @ForAll @IntRange(max = 1000) int done, @ForAll @IntRange(min = 1, max = 1000) int total) {
        var percent = Pace.percent(Math.min(done, total), total).orElseThrow();
        assertThat(percent).isBetween(0, 100);
        assertThat(percent == 100).isEqualTo(done >= total);
    }

    @Test
    void percentOfNothingIsNotKnown() {
        assertThat(Pace.percent(0, 0)).isEmpty();
    }
}

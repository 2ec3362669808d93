package org.carrel.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PeopleFirstTest {
    private static final Duration PAUSE = Duration.ofMillis(20);

    @Test
    @Timeout(10)
    void workPausesWhileSomebodyWaitsButNotForEver() {
        var work = new PeopleFirst();
        try (var answering = PeopleFirst.answering()) {
            var began = System.nanoTime();
            work.standAside();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(PAUSE);
        }
    }

    @Test
    @Timeout(10)
    void workComesToItsEndHoweverLongSomebodyWaits() {
        var work = new PeopleFirst();
        try (var answering = PeopleFirst.answering()) {
            var began = System.nanoTime();
            var steps = 0L;
            for (; System.nanoTime() - began < PAUSE.toNanos() * 10; steps++) work.standAside();
            assertThat(steps).as("a pause for each step would be ten").isGreaterThan(100);
        }
    }
}

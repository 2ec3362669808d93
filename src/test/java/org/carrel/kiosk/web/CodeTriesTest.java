package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeTriesTest {
    private final CodeTries tries = new CodeTries();
    private Instant now = Instant.parse("2026-11-26T08:00:00Z");

    @BeforeEach
    void setTheClock() {
        tries.clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Test
    void oneAddressHasTenTriesAMinuteAndStopsNobodyElse() {
        for (var i = 0; i < 10; i++) assertThat(tries.mayTry("10.0.0.7")).isTrue();
        assertThat(tries.mayTry("10.0.0.7")).isFalse();
        assertThat(tries.mayTry("10.0.0.8")).isTrue();
        now = now.plus(Duration.ofSeconds(61));
        assertThat(tries.mayTry("10.0.0.7")).isTrue();
    }

    @Test
    void allTogetherDoNotGetFar() {
        var let = 0;
        for (var i = 0; i < 5000; i++) if (tries.mayTry("10.0." + i / 250 + "." + i % 250)) let++;
        assertThat(let).isEqualTo(500);
    }
}

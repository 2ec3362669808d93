package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretWordsTest {
    private final SecretWords words =
            new SecretWords(Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC));

    /** B-43: nobody guesses one. */
    @Test
    void b43AWordHas256RandomBitsAndAShortOne128() {
        assertThat(Base64.getUrlDecoder().decode(words.make())).hasSize(32);
        assertThat(Base64.getUrlDecoder().decode(words.makeShort())).hasSize(16);
        assertThat(words.make()).hasSize(43).isNotEqualTo(words.make());
        assertThat(words.makeShort()).hasSize(22).isNotEqualTo(words.makeShort());
    }

    @Test
    void whoTriesManyWrongOnesWaitsAndNobodyElse() {
        for (var tried = 0; tried < 20; tried++)
            assertThat(words.wrong("192.0.2.7")).as("try " + tried).isZero();
        assertThat(words.wrong("192.0.2.7")).isEqualTo(Duration.ofSeconds(5));
        assertThat(words.wrong("198.51.100.7")).isZero();
    }
}

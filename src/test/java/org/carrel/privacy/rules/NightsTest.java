package org.carrel.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightsTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest(name = "last done {0}, now {1}: {2}")
    @CsvSource(textBlock = """
            # in the evening before
            2026-03-06T20:00, 2026-03-07T03:29, false
            2026-03-06T20:00, 2026-03-07T03:30, true
            # done this night
            2026-03-07T03:31, 2026-03-07T23:59, false
            2026-03-07T03:31, 2026-03-08T03:29, false
            # the night in which clocks are put forward, and the one in which they are put back
            2026-03-07T03:31, 2026-03-08T03:30, true
            2026-10-31T03:31, 2026-11-01T03:30, true
            # a server that was off for a week
            2026-03-01T04:00, 2026-03-08T01:00, true
            """)
    void theNightIsDueOnce(String last, String now, boolean due) {
        assertThat(Nights.isDue(at(last), at(now))).isEqualTo(due);
    }

    private static ZonedDateTime at(String local) {
        return ZonedDateTime.of(LocalDateTime.parse(local), CHICAGO);
    }
}

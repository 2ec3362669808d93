package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InHouseTest {
    private static final Instant TEN = Instant.parse("2026-10-14T15:00:00Z");

    @ParameterizedTest(name = "once in {0} minutes, counted {1} and returned {2} minutes ago: {3}")
    @CsvSource(textBlock = """
            # switched off
            0,   ,   ,   false
            # never seen before
            30,  ,   ,   true
            # once in its minutes (B88)
            30,  0,  ,   false
            30,  29, ,   false
            30,  30, ,   true
            # scanned without the network, sent later
            30,  -5, ,   false
            # a return is no use, nor is its second scan
            30,  ,   0,  false
            30,  90, 29, false
            30,  90, 30, true
            """)
    void aUseCountsOnce(int minutes, Long counted, Long returned, boolean counts) {
        assertThat(InHouse.isUse(minutes, ago(counted), ago(returned), TEN)).isEqualTo(counts);
    }

    private static Optional<Instant> ago(Long minutes) {
        return Optional.ofNullable(minutes).map(some -> TEN.minusSeconds(some * 60));
    }
}

package org.carrel.sessions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.carrel.scheduling.TimeSpan;
import org.carrel.sessions.PulledCopy;
import org.junit.jupiter.api.Test;

class PulledRulesTest {
    private static final Instant NINE = Instant.parse("2026-10-19T14:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant FRIDAY = NINE.minus(Duration.ofDays(3));
    private static final long CHEN = 7;
    private static final long ANA = 8;
    private static final long CLASS = 70;

    private static PulledCopy copy(boolean live, OptionalLong schoolClass) {
        return new PulledCopy(1, 2, 3, live, new TimeSpan(NINE, TEN), OptionalLong.of(CHEN), schoolClass, FRIDAY);
    }

    @Test
    void theTeacherAndTheClassMayHaveItAtAnyTimeAndNobodyElse() {
        var copy = copy(true, OptionalLong.of(CLASS));
        assertThat(PulledRules.mayHave(copy, CHEN, List.of(), FRIDAY)).isTrue();
        assertThat(PulledRules.mayHave(copy, ANA, List.of(CLASS), FRIDAY)).isTrue();
        assertThat(PulledRules.mayHave(copy, ANA, List.of(71L), NINE)).isFalse();
    }

    @Test
    void withoutAClassThatIsKnownItIsForWhoeverIsThere() {
        var copy = copy(true, OptionalLong.empty());
        assertThat(PulledRules.mayHave(copy, ANA, List.of(), FRIDAY)).isFalse();
        assertThat(PulledRules.mayHave(copy, ANA, List.of(), NINE)).isTrue();
    }

    @Test
    void afterTheSessionAndWhenItIsOffItIsEverybodys() {
        assertThat(PulledRules.mayHave(copy(true, OptionalLong.of(CLASS)), ANA, List.of(), TEN))
                .isTrue();
        assertThat(PulledRules.mayHave(copy(false, OptionalLong.of(CLASS)), ANA, List.of(), FRIDAY))
                .isTrue();
    }
}

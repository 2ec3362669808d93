package org.carrel.scheduling.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.scheduling.rules.FreeDevices.Away;
import org.junit.jupiter.api.Test;

class FreeDevicesTest {
    private static final Instant NINE = Instant.parse("2026-10-19T14:00:00Z");

    @Test
    void whatIsBackWhenTheNextBeginsIsNotCountedTwice() { // B-37
        var out = new Away(Optional.of(NINE), List.of(NINE, NINE, NINE));
        assertThat(FreeDevices.at(3, out, NINE)).as("touching").isEqualTo(3);
        assertThat(FreeDevices.at(3, out, NINE.minusSeconds(1))).isZero();
    }

    @Test
    void whatHasNoDueDateIsNeverBackAndWhatIsLateNotToday() {
        assertThat(FreeDevices.back(Optional.empty(), NINE)).isEqualTo(Instant.MAX);
        assertThat(FreeDevices.back(Optional.of(NINE.minusSeconds(60)), NINE)).isEqualTo(NINE.plus(Duration.ofDays(1)));
        assertThat(FreeDevices.back(Optional.of(NINE.plusSeconds(60)), NINE)).isEqualTo(NINE.plusSeconds(60));
    }

    @Property
    void laterThereAreNeverFewer(
            @ForAll @IntRange(max = 40) int ready,
            @ForAll @Size(max = 50) List<@IntRange(max = 600) Integer> backs,
            @ForAll @IntRange(max = 600) int one,
            @ForAll @IntRange(max = 600) int later) {
        var away = new Away(
                Optional.empty(),
                backs.stream().map(minutes -> NINE.plusSeconds(60L * minutes)).toList());
        var first = FreeDevices.at(ready, away, NINE.plusSeconds(60L * Math.min(one, later)));
        var second = FreeDevices.at(ready, away, NINE.plusSeconds(60L * Math.max(one, later)));
        assertThat(first).isBetween(0, second);
        assertThat(second).isLessThanOrEqualTo(ready);
    }
}

package org.carrel.patrons.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderTimesTest {
    @ParameterizedTest(name = "{3}")
    @CsvSource(textBlock = """
                , 2026-10-01T01:59, false, just started in the night before its time
                , 2026-10-01T09:00, true,  started in the day: what came in the night waits
            2026-09-30T02:00, 2026-10-01T01:59, false, a minute early
            2026-09-30T02:00, 2026-10-01T02:00, true,  on time
            2026-10-01T02:00, 2026-10-01T23:00, false, once a night
            2026-09-28T02:00, 2026-10-01T01:00, true,  the server slept through its time
            """)
    void aNightlyFolderIsLookedAtOnceANight(
            @Nullable LocalDateTime looked, LocalDateTime now, boolean due, String why) {
        assertThat(FolderTimes.isDue(Optional.of(LocalTime.of(2, 0)), Optional.ofNullable(looked), now))
                .isEqualTo(due);
        assertThat(FolderTimes.isDue(Optional.empty(), Optional.ofNullable(looked), now))
                .isTrue();
    }
}

package org.carrel.patrons.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterCellsTest {
    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource(textBlock = """
            # no day at all (B86)
            '',
            ' ',
            0000-00-00,
            0000-01-01,
            0000-00-00T00:00:00Z,
            2026-02-30,
            soon,
            # a day, also with a time behind it
            2026-08-19,             2026-08-19
            2026-08-19T00:00:00Z,   2026-08-19
            """)
    void daysAreReadAndZerosAreNone(String cell, LocalDate day) {
        assertThat(RosterCells.day(cell)).isEqualTo(Optional.ofNullable(day));
    }
}

package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single cells, and what spreadsheets have done to them. */
class MdmCellsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            2.93577E+13, true
            5.00E+23,    true
            5e+23,       true
            Aug-21,      true
            8/4/2025,    true
            # serials that only look so
            5E0023,      false
            12E45,       false
            0012345678,  false
            CB-000101,   false
            """)
    void damageIsRecognised(String number, boolean damaged) {
        assertThat(MdmCells.isDamaged(number)).isEqualTo(damaged);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            2031-06-01,                  2031-06-01
            2031-06,                     2031-06-01
            8/4/2025,                    2025-08-04
            44418,                       2021-08-10
            2025-08-04T15:02:11.000Z,    2025-08-04
            2025-06-12 00:00:00.0000000, 2025-06-12
            9999-12-31 23:59:59.0000000,
            0001-01-01 00:00:00.0000000,
            Aug-21,
            12345,
            2026-02-30,
            """)
    void days(String cell, LocalDate day) {
        assertThat(MdmTimes.day(cell)).isEqualTo(Optional.ofNullable(day));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            2026-11-20T17:40:12.000Z,    2026-11-20T17:40:12Z
            2026-11-20 05:40 PM,         2026-11-20T17:40:00Z
            2026-11-20 16:02:11.0000000, 2026-11-20T16:02:11Z
            2026-11-20 08:14:05,         2026-11-20T08:14:05Z
            # falls into the hour that spring leaves out in Chicago, and stays what it is
            2026-03-08 09:30:00.0000000, 2026-03-08T09:30:00Z
            2026-03-08 02:30:00,         2026-03-08T02:30:00Z
            0001-01-01 00:00:00.0000000,
            yesterday,
            """)
    void moments(String cell, Instant moment) {
        assertThat(MdmTimes.moment(cell)).isEqualTo(Optional.ofNullable(moment));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            $219.00,      21900
            219,          21900
            '"1,219.50"', ''
            '1,219.50',   121950
            -5,           ''
            free,         ''
            """)
    void amounts(String cell, String cents) {
        assertThat(MdmCells.cents(cell).orElse("")).isEqualTo(cents);
    }

    @Property
    void aCleanCellIsClean(@ForAll String cell) {
        var clean = MdmCells.clean(cell);
        assertThat(clean).doesNotContain("\n", "\r", "\t", "\u200B", "\uFEFF").isEqualTo(clean.strip());
    }

    @Property
    void zerosThatWereCutAreFoundAgain(
            @ForAll @IntRange(min = 1) int number, @ForAll @IntRange(min = 1, max = 4) int zeros) {
        var before = "0".repeat(zeros) + number;
        assertThat(MdmCells.lostZeros(String.valueOf(number), before)).isTrue();
        assertThat(MdmCells.withZeros(String.valueOf(number), 14)).contains(before);
        assertThat(MdmCells.lostZeros(before, before)).isFalse();
    }
}

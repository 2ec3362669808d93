package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carrel.devices.DepreciationRule;
import org.carrel.devices.DeviceCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepreciationTest {
    private static final LocalDate BOUGHT = LocalDate.of(2023, 8, 1);
    private static final DepreciationRule FIVE_YEARS = new DepreciationRule(DeviceCategory.CHROMEBOOK, 60, 10, 1);

    @ParameterizedTest(name = "on {0} a device of $300 is worth {1} cents")
    @CsvSource(textBlock = """
            2023-07-31, 30000
            2023-08-01, 30000
            # 366 of 1827 days
            2024-08-01, 24592
            2028-07-31, 3015
            2028-08-01, 3000
            2031-01-01, 3000
            """)
    void eachDayTakesTheSame(LocalDate day, int value) {
        assertThat(Depreciation.value(30_000, BOUGHT, day, FIVE_YEARS)).isEqualTo(value);
    }

    @Property
    void aDeviceNeverGainsWorthAndNeverFallsBelowItsResidual(
            @ForAll @IntRange(min = 0, max = 2_000_000) int price,
            @ForAll @IntRange(min = 1, max = 600) int months,
            @ForAll @IntRange(min = 0, max = 100) int percent,
            @ForAll @IntRange(min = -400, max = 20_000) int days) {
        var rule = new DepreciationRule(DeviceCategory.OTHER, months, percent, 1);
        var today = Depreciation.value(price, BOUGHT, BOUGHT.plusDays(days), rule);
        var tomorrow = Depreciation.value(price, BOUGHT, BOUGHT.plusDays(days + 1), rule);
        assertThat(tomorrow).isBetween(Depreciation.residual(price, rule), today);
        assertThat(today).isLessThanOrEqualTo(price);
    }

    @Test
    void replacedWhenSupportOrLifeEndsWhicheverIsFirst() {
        var end = LocalDate.of(2028, 8, 1);
        var sooner = Optional.of(LocalDate.of(2027, 6, 1));
        var later = Optional.of(LocalDate.of(2031, 6, 1));
        assertThat(Depreciation.replacement(Optional.of(BOUGHT), sooner, FIVE_YEARS))
                .isEqualTo(sooner);
        assertThat(Depreciation.replacement(Optional.of(BOUGHT), later, FIVE_YEARS))
                .contains(end);
        assertThat(Depreciation.replacement(Optional.empty(), later, FIVE_YEARS))
                .isEqualTo(later);
        assertThat(Depreciation.replacement(Optional.empty(), Optional.empty(), FIVE_YEARS))
                .isEmpty();
    }
}

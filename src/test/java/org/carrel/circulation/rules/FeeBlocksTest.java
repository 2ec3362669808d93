package org.carrel.circulation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.carrel.circulation.ChargeClass;
import org.carrel.circulation.FeeLimits;
import org.carrel.circulation.Money;
import org.carrel.circulation.Owed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeBlocksTest {
    @ParameterizedTest(name = "{0} for books, {1} for devices, limit {2} and {3}: a {4} is refused: {5}")
    @CsvSource(textBlock = """
            # as much as the limit is enough (F8)
            9.99,  0.00,  10.00, 50.00, LIBRARY, false
            10.00, 0.00,  10.00, 50.00, LIBRARY, true
            10.01, 0.00,  10.00, 50.00, LIBRARY, true
            # each class for itself
            10.00, 0.00,  10.00, 50.00, DEVICE,  false
            0.00,  50.00, 10.00, 50.00, DEVICE,  true
            0.00,  50.00, 10.00, 50.00, LIBRARY, false
            # a limit of nothing: who owes anything; no limit: never
            0.00,  0.00,  0.00,  0.00,  LIBRARY, false
            0.01,  0.00,  0.00,  0.00,  LIBRARY, true
            900.0, 900.0, ,      ,      LIBRARY, false
            """)
    void aDebtStopsBorrowing(
            String library, String device, String libraryMost, String deviceMost, ChargeClass lent, boolean blocks) {
        var owed = new Owed(Money.of(library), Money.of(device), Money.of("99.00"));
        var limits = new FeeLimits(limit(libraryMost), limit(deviceMost), true);
        assertThat(FeeBlocks.blocks(owed, limits, lent, false)).isEqualTo(blocks);
        assertThat(FeeBlocks.blocks(owed, limits, lent, true))
                .as("never what a class requires")
                .isFalse();
        var hard = new FeeLimits(limits.library(), limits.device(), false);
        assertThat(FeeBlocks.blocks(owed, hard, lent, true)).isEqualTo(blocks);
    }

    private static Optional<Money> limit(String text) {
        return Optional.ofNullable(text).map(Money::of);
    }
}

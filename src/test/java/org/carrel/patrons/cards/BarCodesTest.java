package org.carrel.patrons.cards;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.patrons.CardPicture.Kind;
import org.junit.jupiter.api.Test;

class BarCodesTest {
    private static final int QUIET = 10;

    /** Digits go in pairs: start, four pairs, check and stop are 6 × 11 + 13 bars wide, with 6 × 3 + 4 of them black. */
    @Test
    void aCardOfDigitsIsShortInCode128() {
        var picture = BarCodes.of("20001001", Kind.CODE_128);
        assertThat(picture.width()).isEqualTo(QUIET + 6 * 11 + 13 + QUIET);
        assertThat(picture.path().split("M")).hasSize(1 + 6 * 3 + 4);
        // start C is 2 black, 1 white, 1, 2, 3, 2
        assertThat(picture.path()).startsWith("M10 0h2v40h-2zM13 0h1v40h-1zM16 0h3v40h-3z");
    }

    @Test
    void everyNumberThatACardCanHaveIsDrawnInBoth() {
        for (var kind : Kind.values()) {
            assertThat(BarCodes.of("P 12/3.4-Z", kind).path()).as(kind.name()).startsWith("M10 0h");
        }
        assertThat(BarCodes.of("2001", Kind.CODE_39).width())
                .isGreaterThan(BarCodes.of("2001", Kind.CODE_128).width());
    }
}

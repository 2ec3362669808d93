package org.carrel.patrons.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CardVariantsTest {
    @Test
    void b77NumbersThatDifferByZerosInFrontAreOne() {
        assertThat(CardVariants.of("00003001", true)).startsWith("00003001").contains("3001", "03001");
        assertThat(CardVariants.of("3001", true)).startsWith("3001").contains("00003001");
        assertThat(CardVariants.of("00003001", false)).containsExactly("00003001");
        assertThat(CardVariants.of("P0003001", true))
                .as("letters are no padding")
                .containsExactly("P0003001");
        assertThat(CardVariants.of("0", true)).startsWith("0").contains("00").doesNotContain("");
    }

    @Property
    boolean eachOfTheVariantsHasTheOthers(@ForAll @IntRange(min = 1) int number, @ForAll @IntRange(max = 8) int zeros) {
        var padded = "0".repeat(zeros) + number;
        return CardVariants.of(padded, true).contains(String.valueOf(number))
                && CardVariants.of(String.valueOf(number), true).contains(padded);
    }
}

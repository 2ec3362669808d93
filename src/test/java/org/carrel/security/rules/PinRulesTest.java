package org.carrel.security.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.security.PinProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinRulesTest {
    private static final List<String> CARD = List.of("P0048213", "");

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "123456789", "12a4", "7 39", "٧٣٩١", "7391\n"})
    void aPinIsFourToEightFigures(String typed) {
        assertThat(PinRules.problem(typed, CARD)).hasValue(PinProblem.NO_PIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0000", "1234", "9876", "8901", "1212", "123123", "2580", "1999", "2015", "77777777", "543210"})
    void whatManyWouldChooseIsNone(String typed) {
        assertThat(PinRules.problem(typed, CARD)).hasValue(PinProblem.EASY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4821", "8213", "00482"})
    void whatTheCardShowsIsNone(String typed) {
        assertThat(PinRules.problem(typed, CARD)).hasValue(PinProblem.ON_CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7391", "0294", "1776", "83920174"})
    void othersAreGood(String typed) {
        assertThat(PinRules.problem(typed, CARD)).isEmpty();
    }

    @Property
    void oneThatIsMadeHereIsGood(@ForAll long seed) {
        var pin = PinRules.random(new Random(seed), CARD);
        assertThat(PinRules.problem(pin, CARD)).isEmpty();
        assertThat(pin).hasSize(PinRules.DIGITS);
    }
}

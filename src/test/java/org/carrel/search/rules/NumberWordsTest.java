package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberWordsTest {
    @ParameterizedTest(name = "{0} is also {1}")
    @CsvSource(textBlock = """
            three little pigs,                3 little pigs
            3 little pigs,                    three little pigs
            twenty thousand leagues,          20000 leagues
            20000 leagues under the sea,      twenty thousand leagues under the sea
            nineteen eighty-four,             1984
            1984,                             nineteen eighty four
            twenty-one balloons,              21 balloons
            one hundred one dalmatians,       101 dalmatians
            cien años,                        100 anos
            veinte mil leguas,                20000 leguas
            """)
    void isAlsoWrittenSo(String text, String other) {
        assertThat(NumberWords.rewritten(text)).contains(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"holes", "the giver", "", "a a a a a a a a a a a a a a a a one"})
    void aTextWithoutNumbersIsWrittenInOneWay(String text) {
        assertThat(NumberWords.rewritten(text)).isEmpty();
    }

    @Property(tries = 200)
    void everyNumberInWordsIsItselfInDigits(@ForAll @IntRange(min = 0, max = 99_999) int number) {
        var words = NumberWords.rewritten(number + " things").getFirst();
        assertThat(NumberWords.rewritten(words)).contains(number + " things");
    }

    @Property(tries = 200)
    void noTextIsAnError(@ForAll String text) {
        assertThat(NumberWords.rewritten(text)).hasSizeLessThanOrEqualTo(4);
    }
}

package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule PR-3 of the privacy rules: what a person could be known by is not kept. */
class SearchLogRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "harry potter",
                "ww2",
                "magic tree house 10",
                "apollo 11",
                "september 11 2001",
                "niño",
                "3 little pigs"
            })
    void wordsAreKept(String text) {
        assertThat(SearchLogRules.mayBeKept(text, text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20250001234567",
                "1234",
                "12345",
                "S1029384",
                "card 20250001",
                "555-123-4567",
                "(555) 123 4567",
                "maya@example.org",
                "www.example.org/maya",
                "a",
                "",
                "my name is maya and i live in the green house beside the big old tree"
            })
    void whatCouldBeAPersonsIsNot(String text) {
        assertThat(SearchLogRules.mayBeKept(text, text)).isFalse();
    }
}

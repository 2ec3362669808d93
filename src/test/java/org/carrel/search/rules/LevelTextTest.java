package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.search.rules.Wish.ByLevel;
import org.carrel.search.rules.Wish.Measure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTextTest {
    @ParameterizedTest(name = "{0} is {1} {2} to {3}")
    @CsvSource(textBlock = """
            lexile 700-800,          LEXILE,             700, 800
            Lexile 800 to 700,       LEXILE,             700, 800
            700-800 lexile,          LEXILE,             700, 800
            700L,                    LEXILE,             600, 750
            700l-800l,               LEXILE,             700, 800
            lexile 700,              LEXILE,             600, 750
            BR120L,                  LEXILE,            -220, -70
            AD740L,                  LEXILE,             640, 790
            5.5 ar,                  ACCELERATED_READER, 52,  58
            ar 3.2-4.0,              ACCELERATED_READER, 32,  40
            AR level 4,              ACCELERATED_READER, 37,  43
            'ar 3,2',                ACCELERATED_READER, 29,  35
            accelerated reader 4.5,  ACCELERATED_READER, 42,  48
            grade 3,                 GRADE,              3,   3
            3rd grade books,         GRADE,              3,   3
            third grade,             GRADE,              3,   3
            grades 3-5,              GRADE,              3,   5
            grado 3,                 GRADE,              3,   3
            kindergarten books,      GRADE,              0,   0
            """)
    void isARange(String text, Measure measure, int from, int to) {
        assertThat(LevelText.of(text)).contains(new ByLevel(measure, from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1984", "700", "holes", "number 14", "5.5", "ar", "lexile", "fourth grade nothing", "599.5", ""})
    void otherTextsAreNone(String text) {
        assertThat(LevelText.of(text)).isEmpty();
    }

    @Property(tries = 300)
    void noTextIsAnError(@ForAll String text) {
        LevelText.of(text).ifPresent(level -> assertThat(level.from()).isLessThanOrEqualTo(level.to()));
    }
}

package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            spanish books                     | [spa] | []              | 0 | ''
            libros en español                 | [spa] | []              | 0 | ''
            Books in Spanish!                 | [spa] | []              | 0 | ''
            spanish books about dogs          | [spa] | []              | 0 | dogs
            dog books in spanish              | [spa] | []              | 0 | dog
            harry potter en español           | [spa] | []              | 0 | harry potter
            libros sobre perros en inglés     | [eng] | []              | 0 | perros
            graphic novels                    | []    | [GRAPHIC_NOVEL] | 0 | ''
            novelas gráficas                  | []    | [GRAPHIC_NOVEL] | 0 | ''
            audio books                       | []    | [AUDIOBOOK]     | 0 | ''
            audiolibros                       | []    | [AUDIOBOOK]     | 0 | ''
            comics about sharks               | []    | [GRAPHIC_NOVEL] | 0 | sharks
            scary movies                      | []    | [VIDEO]         | 1 | ''
            funny books                       | []    | []              | 1 | ''
            libros de miedo                   | []    | []              | 1 | ''
            cuentos divertidos                | []    | []              | 1 | ''
            i want a book about sharks        | []    | []              | 0 | sharks
            libros de tiburones               | []    | []              | 0 | tiburones
            """)
    void saysWhatIsWanted(String text, String languages, String kinds, int genres, String topic) {
        var narrowed = Intents.of(text).orElseThrow();
        var narrowing = narrowed.narrowing();
        assertThat(narrowing.languages()).hasToString(languages);
        assertThat(narrowing.kinds()).hasToString(kinds);
        assertThat(Math.min(1, narrowing.genres().size())).isEqualTo(genres);
        assertThat(narrowed.topic().text()).isEqualTo(topic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"easy readers", "picture books", "libros ilustrados", "chapter books", "young adult books"})
    void saysForWhom(String text) {
        assertThat(Intents.of(text).orElseThrow().narrowing().audiences()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spanish", "funny", "holes", "the giver", "dog man", "mystery", "", "!!"})
    void aWordAloneIsAWord(String text) {
        assertThat(Intents.of(text).filter(wish -> !wish.narrowing().isEmpty())).isEmpty();
    }

    @Property(tries = 300)
    void noTextIsAnError(@ForAll String text) {
        Intents.of(text).ifPresent(wish -> assertThat(wish.topic().text() + wish.narrowing())
                .isNotEmpty());
    }
}

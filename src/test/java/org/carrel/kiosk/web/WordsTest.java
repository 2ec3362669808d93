package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import org.carrel.platform.web.ScreenLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest(name = "{0}: {1} of {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # none, one and many each have their own form
            EN | results.count    | 0    | No results for cats
            EN | results.count    | 1    | 1 result for cats
            EN | results.count    | 2    | 2 results for cats
            EN | results.count    | 1234 | 1,234 results for cats
            ES | results.count    | 0    | Ningún resultado de cats
            ES | results.count    | 1    | 1 resultado de cats
            ES | results.count    | 2    | 2 resultados de cats
            EN | results.countAll | 1    | 1 thing in the library
            ES | results.countAll | 3    | 3 cosas en la biblioteca
            """)
    void countsAgreeWithTheirNoun(ScreenLanguage language, String key, long count, String sentence) {
        assertThat(format(language, key, count, "cats")).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | 1  | The only copy is out
            EN | 2  | Both copies are out
            EN | 12 | All 12 copies are out
            ES | 1  | La única copia está prestada
            ES | 2  | Las dos copias están prestadas
            ES | 12 | Las 12 copias están prestadas
            """)
    void copiesThatAreOutAreCounted(ScreenLanguage language, long total, String sentence) {
        assertThat(format(language, "availability.OUT", 0L, total)).isEqualTo(sentence);
    }

    @Test
    void englishIsEnglishAlsoOnASpanishMachine() {
        var machine = Locale.getDefault();
        Locale.setDefault(Locale.of("es", "MX"));
        try {
            assertThat(Words.bundle(ScreenLanguage.EN).getString("page.home")).isEqualTo("Home");
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static String format(ScreenLanguage language, String key, Object... details) {
        return new MessageFormat(Words.bundle(language).getString(key), language.locale()).format(details);
    }
}

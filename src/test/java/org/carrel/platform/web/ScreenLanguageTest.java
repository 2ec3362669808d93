package org.carrel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenLanguageTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            en-US,en;q=0.9       | EN
            es-MX,es;q=0.9,en    | ES
            # the one liked more wins, not the one named first
            en;q=0.3,es;q=0.8    | ES
            # the first that we speak
            fr,es;q=0.5          | ES
            # nothing we speak, nothing at all, nonsense, refused
            fr,de                | EN
            ''                   | EN
            ;;q=x                | EN
            es;q=0               | EN
            """)
    void aBrowsersWishIsRead(String header, ScreenLanguage language) {
        assertThat(ScreenLanguage.preferred(header)).isEqualTo(language);
    }
}

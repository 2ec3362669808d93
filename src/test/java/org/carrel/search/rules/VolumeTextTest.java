package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.search.rules.Wish.ByVolume;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeTextTest {
    @ParameterizedTest(name = "{0} is volume {2} of {1}")
    @CsvSource(textBlock = """
            harry potter book seven,       harry potter,      7
            harry potter 7,                harry potter,      7
            Harry Potter #7,               harry potter,      7
            magic tree house 10,           magic tree house,  10
            magic tree house no. 10,       magic tree house,  10
            third harry potter book,       harry potter,      3
            book 2 of wimpy kid,           wimpy kid,         2
            the 3rd book in the narnia series, narnia,        3
            dragon ball vol. 2.5,          dragon ball,       2.5
            diario de greg libro 2,        diario de greg,    2
            warriors twelve,               warriors,          12
            """)
    void isSeriesAndNumber(String text, String series, String number) {
        assertThat(VolumeText.of(text)).contains(new ByVolume(series, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "holes", "10", "book seven", "catch 19840", "", "the book"})
    void otherTextsAreNone(String text) {
        assertThat(VolumeText.of(text)).isEmpty();
    }
}

package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarcLanguageTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            eng, en
            spa, es
            # bibliographic codes that differ from the terminological ones
            fre, fr
            chi, zh
            ger, de
            # terminological ones are met in the wild
            fra, fr
            ara, ar
            heb, he
            """)
    void marcCodesBecomeTagsThatScreenReadersKnow(String marc, String tag) {
        assertThat(MarcLanguage.tag(marc)).contains(tag);
    }

    @ParameterizedTest
    @CsvSource({"mul", "und", "zxx", "xyz", "''"})
    void codesOfNoSingleLanguageHaveNone(String marc) {
        assertThat(MarcLanguage.tag(marc)).isEmpty();
    }
}

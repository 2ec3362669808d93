package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The class of a copy by what stands on its spine. */
class ClassOfCopyTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            FIC ROW,      FIC
            [Fic] ROW,    FIC
            599.5 CAR,    599.5
            SP 599.5 CAR, 599.5
            REF 031 WOR,  031
            5.8 HOP,      005.8
            E SEN,        E
            92 KING,      B
            GN TEL,       GN
            PZ7.R79 Har,  ''
            '',           ''
            """)
    void whateverPrefixStandsBeforeIt(String label, String expected) {
        assertThat(ClassOfCopy.of(CallNumberText.split(label))).isEqualTo(expected);
    }
}

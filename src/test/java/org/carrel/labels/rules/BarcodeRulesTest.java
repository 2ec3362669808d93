package org.carrel.labels.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.carrel.labels.LabelTrouble;
import org.carrel.labels.Symbology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which numbers can be bars of which kind. */
class BarcodeRulesTest {
    @ParameterizedTest(name = "{1} as {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            CODE_128        | T 1042            | ""
            CODE_128        | t1042             | ""
            CODE_128        | T1042é            | NO_SIGN é
            CODE_39         | T-1042            | ""
            CODE_39         | t1042             | NO_SIGN t
            CODE_39_CHECKED | T*1042            | NO_SIGN *
            CODABAR         | 31234             | ""
            CODABAR         | T1042             | NO_SIGN T
            LIBRARY_CODABAR | 31234000567899    | ""
            LIBRARY_CODABAR | 31234000567890    | WRONG_CHECK_DIGIT 9
            LIBRARY_CODABAR | 3123400056789     | NOT_14_DIGITS 13
            LIBRARY_CODABAR | T1234000567899    | NOT_14_DIGITS 14
            CODE_39         | ""                | NO_BARCODE
            """)
    void aWrongNumberIsSaid(Symbology symbology, String barcode, String said) {
        var trouble = BarcodeRules.check(symbology, barcode);
        assertThat(trouble.map(BarcodeRulesTest::text).orElse("")).isEqualTo(said);
    }

    private static String text(LabelTrouble trouble) {
        return (trouble.kind() + " " + trouble.detail()).strip();
    }

    /** ISO/IEC 7812-1: any one digit that is misread is noticed. */
    @Property
    void oneWrongDigitIsNoticed(@ForAll @NumericChars @StringLength(13) String digits) {
        var number = digits + BarcodeRules.checkDigit(digits);
        assertThat(BarcodeRules.check(Symbology.LIBRARY_CODABAR, number)).isEmpty();
        for (var at = 0; at < number.length(); at++) {
            var other = (char) ('0' + (number.charAt(at) - '0' + 1) % 10);
            var wrong = number.substring(0, at) + other + number.substring(at + 1);
            assertThat(BarcodeRules.check(Symbology.LIBRARY_CODABAR, wrong)).isPresent();
        }
    }
}

package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest(name = "LCCN \"{0}\" is {1}")
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            n78-890351,n78890351
            n78-89035,n78089035
            n 78890351 ,n78890351
            # the serial part is filled up to six digits
            85-2 ,85000002
            2001-000002,2001000002
            # nothing from the slash on
            75-425165//r75,75425165
            " 79139101 /AC/r932",79139101
            "   96023702 ",96023702
            # what has not the shape is no LCCN
            gb A3048753,''
            '',''
            """, quoteCharacter = '"')
    void lccn_in_the_form_of_the_library_of_congress(String text, String expected) {
        assertThat(Numbers.lccn(text).orElse("")).isEqualTo(expected.replace("''", ""));
    }

    @ParameterizedTest(name = "035 {0} is {1}")
    @CsvSource(textBlock = """
            (OCoLC)ocm61231154,    61231154
            (OCoLC)276784035,      276784035
            (OCoLC)on1234567890,   1234567890
            (OCoLC)ocm00012345,    12345
            # a date behind it
            (OCoLC)08853047 950329, 8853047
            ocn176634915,          176634915
            # numbers of other systems
            (Sirsi) 01-0112101,    ''
            (Uk)gb A3048753,       ''
            1298821,               ''
            """)
    void oclc_number_without_prefix_and_zeros(String text, String expected) {
        assertThat(Numbers.oclc(text).orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "022 {0} is {1}")
    @CsvSource(textBlock = """
            0075-8434,         0075-8434
            00758434 (online), 0075-8434
            2434-561x,         2434-561X
            0075-8435,         ''
            """)
    void issn_with_a_right_check_digit(String text, String expected) {
        assertThat(Numbers.issn(text).orElse("")).isEqualTo(expected);
    }
}

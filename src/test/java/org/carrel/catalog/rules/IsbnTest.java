package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsbnTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # hyphens and a qualifier
            0-439-70818-4 (pbk.)       | 9780439708180
            # thirteen digits as they are
            9780439708180              | 9780439708180
            # spaces instead of hyphens, punctuation of the next part
            978 0 439 70818 0 (hc) :   | 9780439708180
            # label before the number
            ISBN 0439708184 :          | 9780439708180
            ISBN-13: 978-0-439-70818-0 | 9780439708180
            ISBN 9780439708180 :       | 9780439708180
            # a price right behind it
            0439708184$12.99           | 9780439708180
            # lower-case check digit, with a space before it
            08044295 7 x               | 9780804429573
            # U+2010, the hyphen proper
            0‐439‐70818‐4              | 9780439708180
            # nine digits: an SBN of before 1970
            439708184                  | 9780439708180
            # full-width digits
            ９７８０４３９７０８１８０       | 9780439708180
            # a year behind the number, no parenthesis
            0439708184 1998            | 9780439708180
            # qualifier first
            (pbk.) 0439708184          | 9780439708180
            # check digit wrong
            043970818X                 | ''
            9780439708181              | ''
            # no book number
            5901234123457              | ''
            (invalid) 123              | ''
            रु. 1.50                    | ''
            ''                         | ''
            """)
    void one_form_for_every_spelling(String text, String expected) {
        assertThat(Isbn.parse(text).map(Isbn::digits).orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is searched as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            043970818X (lib. bdg.) | 043970818X
            (invalid) 123          | 123
            978-0-439-70818-1      | 9780439708181
            (pbk.)                 | ''
            """)
    void an_invalid_number_keeps_its_digits_for_search(String text, String expected) {
        assertThat(Isbn.searchable(text)).isEqualTo(expected);
    }

    @Property
    void ten_digits_and_thirteen_name_the_same_book(@ForAll @NumericChars @StringLength(9) String body) {
        var isbn = Isbn.parse(body + checkDigit(body)).orElseThrow();
        assertThat(isbn.digits()).startsWith("978" + body);
        assertThat(isbn.ten().flatMap(Isbn::parse)).contains(isbn);
    }

    @Property
    void one_wrong_digit_is_noticed(@ForAll @NumericChars @StringLength(9) String body) {
        var right = checkDigit(body);
        for (var digit : "0123456789X".toCharArray()) {
            assertThat(Isbn.parse(body + digit).isPresent()).isEqualTo(digit == right);
        }
    }

    /** ISO 2108 as a sum over positions counted from the left, unlike the code under test. */
    private static char checkDigit(String body) {
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (i + 1) * (body.charAt(i) - '0');
        return "0123456789X".charAt(sum % 11);
    }
}

package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {
    @ParameterizedTest(name = "{0} may be {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            300010010              | ByBarcode ByWords              | digits only
            30001001               | ByBarcode ByNumber ByWords     | as long as an ISSN
            t-00012                | ByBarcode ByWords              | letters in a barcode
            978-0-439-70818-0      | ByBarcode ByNumber ByWords     | hyphens
            978 0 439 70818 0      | ByNumber ByWords               | spaces
            ISBN 0439708184        | ByNumber ByWords               | label in front
            ISBN-13: 9780439708180 | ByNumber ByWords               | longer label
            080442957x             | ByBarcode ByNumber ByWords     | small x as check digit
            fic row                | ByCallNumber ByWords           | letters of a shelf
            599.5                  | ByBarcode ByCallNumber ByWords | Dewey
            e 551.21 rub           | ByCallNumber ByWords           | prefix, Dewey, cutter
            PZ7.R79835             | ByBarcode ByCallNumber ByWords | Library of Congress
            holes                  | ByCallNumber ByWords           | a word may be a shelf; the index knows
            harry potter and the half-blood prince | ByWords        | too long for a shelf
            """)
    void shapesAreTriedFromTheMostSpecialOne(String text, String wishes, String reason) {
        assertThat(names(text)).as(reason).isEqualTo(wishes);
    }

    @ParameterizedTest(name = "{0} is certain: {1}")
    @CsvSource(textBlock = """
            # right check digits
            9780439708180, true
            0439708184,    true
            080442957X,    true
            # one digit wrong
            9780439708181, false
            0439708185,    false
            # right by arithmetic, but no book's prefix
            1234567890128, false
            """)
    void onlyACheckDigitMakesAnIsbnCertain(String typed, boolean certain) {
        var number = TypedText.wishes(typed).stream()
                .filter(Wish.ByNumber.class::isInstance)
                .map(Wish.ByNumber.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(number.certain()).isEqualTo(certain);
    }

    @Property
    void everyTextCanBeAnswered(@ForAll String text) {
        assertThat(TypedText.wishes(text).getLast()).isInstanceOfAny(Wish.ByWords.class, Wish.Everything.class);
    }

    private static String names(String text) {
        return TypedText.wishes(text).stream()
                .map(wish -> wish.getClass().getSimpleName())
                .collect(Collectors.joining(" "));
    }
}

package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadingKeyTest {
    @ParameterizedTest(name = "“{0}” and “{1}”: one heading {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Dogs                       | dogs.                   | true
            Dogs                       | DOGS                    | true
            J. K. Rowling              | J.K. Rowling            | true
            Martin Luther King, Jr     | Martin Luther King, Jr. | true
            Perros -- Ficción          | Perros  -- Ficcion      | true
            Dogs                       | Dog                     | false
            Dogs, Fiction              | Dogs Fiction            | false
            C++                        | C                       | false
            हिन्दी                        | हनद                     | false
            """)
    void onlyCaseAccentsSpacesAndTheLastStopDoNotCount(String one, String other, boolean same) {
        assertThat(HeadingKey.same(one, other)).isEqualTo(same);
    }

    @Property(tries = 300)
    void isItsOwnKey(@ForAll String heading) {
        assertThat(HeadingKey.of(HeadingKey.of(heading))).isEqualTo(HeadingKey.of(heading));
    }
}

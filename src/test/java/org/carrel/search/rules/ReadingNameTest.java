package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingNameTest {
    @ParameterizedTest(name = "{0} reads {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Rowling, J. K.                          | J. K. Rowling        | surname first
            White, E. B. (Elwyn Brooks), 1899-1985  | E. B. White          | fuller form and dates
            Martin, Bill, Jr.                       | Bill Martin, Jr.     | suffix
            King, Martin Luther, Jr., 1929-1968     | Martin Luther King, Jr. | suffix and dates
            Seuss, Dr.                              | Dr. Seuss            | title in place of a forename
            Aesop                                   | Aesop                | one name
            Homer, active 8th century B.C.          | Homer                | dates only
            Díaz, Junot, 1968-                      | Junot Díaz           | open dates
            (                                       | ''                   | nothing to read
            """)
    void namesAreTurnedRound(String filed, String read, String reason) {
        assertThat(ReadingName.of(filed)).as(reason).isEqualTo(read);
    }

    @Property
    void everyNameCanBeRead(@ForAll String filed) {
        assertThat(ReadingName.of(filed)).isEqualTo(ReadingName.of(filed).strip());
    }
}

package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.Item;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            E. B. White                       | White
            Rick Riordan ; illustrated by X   | Riordan
            Ursula K. Le Guin (1929-2018)     | Guin
            Plato                             | Plato
            ''                                | ''
            """)
    void aCoverHasTheLastNameOfTheAuthor(String author, String name) {
        assertThat(Cards.coverName(author)).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0} of {1} in, known: {2}")
    @CsvSource(textBlock = """
            2, 3, true,  IN
            0, 3, true,  OUT
            0, 0, true,  NONE
            # the database did not answer: no claim is made
            0, 0, false, UNKNOWN
            """)
    void whatIsOnTheShelfIsToldFromTheCopies(int in, int total, boolean known, ShelfState state) {
        var copies = Stream.iterate(0, number -> number + 1)
                .limit(total)
                .map(number -> copy(number < in))
                .toList();
        assertThat(ShelfState.of(copies, known)).isEqualTo(state);
    }

    private static Item copy(boolean in) {
        return new Item(1, 1, "T1", "A", "School", "", "BOOK", CallNumber.NONE, "1", "", in);
    }
}

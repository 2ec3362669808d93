package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.catalog.CallNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShelfTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [Fic]          | fic            | a cataloger's brackets
            FIC  ROW       | fic row        | spaces
            599.5/SIM      | 599.5 sim      | a slash between parts
            ＦＩＣ            | fic            | full width
            """)
    void labelsCompareAsPlainText(String label, String text, String reason) {
        assertThat(ShelfText.of(label)).as(reason).isEqualTo(text);
    }

    @Test
    void keysStandInTheOrderOfTheShelf() {
        var shelf = List.of(
                new CallNumber("", "641", "ABC", ""),
                new CallNumber("", "641.5", "ABC", "v. 2"),
                new CallNumber("", "641.5", "ABC", "v. 10"),
                new CallNumber("", "641.555", "ABC", ""),
                new CallNumber("", "641.5945", "ABC", ""),
                new CallNumber("", "FIC", "ROW", ""),
                new CallNumber("", "FIC", "ROWL", ""));
        assertThat(shelf).isSortedAccordingTo((a, b) -> ShelfText.key(a).compareTo(ShelfText.key(b)));
    }
}

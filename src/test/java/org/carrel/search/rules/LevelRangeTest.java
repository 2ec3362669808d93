package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelRangeTest {
    @ParameterizedTest(name = "{0}L is in {1}")
    @CsvSource({"600, 600", "699, 600", "700, 700", "5, 0", "0, 0", "1210, 1200", "-50, BR"})
    void lexileMeasuresGoByHundreds(int lexile, String range) {
        assertThat(LevelRange.ofLexile(lexile)).isEqualTo(range);
    }

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({"4.0, 4", "4.9, 4", "5, 5", "0.5, 0", "-1, ''"})
    void acceleratedReaderLevelsGoByGrades(double level, String range) {
        assertThat(LevelRange.ofReader(level)).isEqualTo(range);
    }
}

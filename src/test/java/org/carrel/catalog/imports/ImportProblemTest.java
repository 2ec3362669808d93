package org.carrel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.carrel.catalog.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportProblemTest {
    @ParameterizedTest(name = "every problem has its sentence in {0}, and no other stands there")
    @ValueSource(strings = {"en", "es"})
    void everyProblemHasItsSentence(String language) {
        var bundle = ResourceBundle.getBundle(ImportProblem.BARCODE_TAKEN.bundle(), Locale.of(language));
        var names = Arrays.stream(ImportProblem.values()).map(problem -> "problem." + problem.name());
        assertThat(bundle.keySet()).containsExactlyInAnyOrderElementsOf(names.toList());
    }

    @Test
    void aSentenceNamesBothPlaces() {
        var taken = new Finding(ImportProblem.BARCODE_TAKEN, "30001001", "Holes");
        assertThat(Words.of(taken)).contains("30001001", "“Holes”");
    }
}

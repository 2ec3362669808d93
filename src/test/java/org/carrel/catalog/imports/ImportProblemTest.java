package org.carrel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.carrel.catalog.Finding;
import org.carrel.catalog.rules.MatchDecision.Conflict;
import org.carrel.catalog.rules.MatchDecision.Why;
import org.carrel.catalog.rules.MatchKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportProblemTest {
    @ParameterizedTest(name = "every problem has its sentence in {0}, and no other stands there")
    @ValueSource(strings = {"en", "es"})
    void everyProblemHasItsSentence(String language) {
        var bundle = ResourceBundle.getBundle(ImportProblem.BARCODE_TAKEN.bundle(), Locale.of(language));
        var names = Arrays.stream(ImportProblem.values()).map(problem -> "problem." + problem.name());
        assertThat(bundle.keySet()).containsExactlyInAnyOrderElementsOf(names.toList());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = ImportProblem.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"STATED"})
    void itsSentenceIsFinishedInBothLanguagesAndNotTheSame(ImportProblem problem) {
        var english = sentence(problem, Locale.ENGLISH);
        var spanish = sentence(problem, Locale.of("es"));
        assertThat(english).endsWith(".").doesNotContain("{", "'");
        assertThat(spanish).endsWith(".").doesNotContain("{", "'").isNotEqualTo(english);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Barcode 'A' {0} of “Holes”", "100 % — {1}"})
    void whatWasKeptAsASentenceIsToldAsItIs(String kept) {
        var stated = new Finding(ImportProblem.STATED, "", kept);
        assertThat(Words.of(stated)).isEqualTo(kept);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "CONTROL_NUMBER, TITLE_DIFFERS",
        "CONTROL_NUMBER, FORMAT_DIFFERS",
        "ISBN, TITLE_DIFFERS",
        "ISBN, FORMAT_DIFFERS",
        "LCCN, TITLE_DIFFERS",
        "OCLC, TITLE_DIFFERS",
        "TITLE, FORMAT_DIFFERS"
    })
    void everyConflictHasAReasonThatNamesTheOtherTitle(MatchKey.Kind kind, Why why) {
        var finding = Conflicts.of(new Conflict(7, new MatchKey(kind, "4711"), why), "Holes");
        assertThat(Words.of(finding)).contains("“Holes”");
        assertThat(ImportProblem.stableName(finding)).isEqualTo("CONFLICT");
    }

    private static String sentence(ImportProblem problem, Locale language) {
        var pattern = ResourceBundle.getBundle(problem.bundle(), language).getString("problem." + problem.name());
        return new MessageFormat(pattern, language).format(new Object[] {"P", "D"});
    }

    @Test
    void aSentenceNamesBothPlaces() {
        var taken = new Finding(ImportProblem.BARCODE_TAKEN, "30001001", "Holes");
        assertThat(Words.of(taken)).contains("30001001", "“Holes”");
    }
}

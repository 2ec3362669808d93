package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every problem has its sentence in both languages, and no sentence is without its problem. */
class ProblemSentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "es"})
    void everyProblemHasItsSentence(String language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var bundle = ResourceBundle.getBundle(MarcProblem.BUNDLE, Locale.of(language), control);
        assertThat(bundle.getLocale().getLanguage()).isEqualTo(language);
        var problems = Stream.concat(Arrays.stream(MarcProblem.values()), Arrays.stream(FileProblem.values()))
                .map(problem -> "problem." + ((Enum<?>) problem).name())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(bundle.keySet())).isEqualTo(problems);
        for (var key : problems) {
            var sentence = new MessageFormat(bundle.getString(key)).format(new Object[] {"245$a", "x"});
            assertThat(sentence)
                    .as(key)
                    .doesNotContain("{")
                    .endsWith(sentence.endsWith(")") ? ")" : sentence.endsWith("x") ? "x" : ".");
        }
    }
}

package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingProblemTest {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"", "es"})
    void every_problem_has_its_sentence_and_there_are_no_others(String language) {
        var bundle = bundle(language);
        assertThat(bundle.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(MappingProblem.values())
                        .map(problem -> "problem." + problem.name())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "es"})
    void every_sentence_names_the_place_or_the_text(String language) {
        for (var key : bundle(language).keySet()) {
            var sentence = new MessageFormat(bundle(language).getString(key)).format(new Object[] {"PLACE", "DETAIL"});
            assertThat(sentence)
                    .as(key)
                    .containsAnyOf("PLACE", "DETAIL")
                    .doesNotContain("{")
                    .endsWith(".");
        }
    }

    @Test
    void the_spanish_sentences_are_not_the_english_ones() {
        var spanish = bundle("es");
        for (var key : spanish.keySet())
            assertThat(spanish.getString(key)).isNotEqualTo(bundle("").getString(key));
    }

    private static ResourceBundle bundle(String language) {
        var bundle = MappingProblem.NO_TITLE.bundle();
        var found = ResourceBundle.getBundle(bundle, Locale.of(language), NO_FALLBACK);
        assertThat(found.getLocale().getLanguage()).isEqualTo(language);
        return found;
    }
}

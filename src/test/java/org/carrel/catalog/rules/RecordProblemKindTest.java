package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.carrel.catalog.RecordProblem;
import org.carrel.catalog.RecordProblem.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordProblemKindTest {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"", "es"})
    void every_kind_has_its_sentence_and_there_are_no_others(String language) {
        var bundle =
                ResourceBundle.getBundle(RecordProblemKind.TITLE_MISSING.bundle(), Locale.of(language), NO_FALLBACK);
        assertThat(bundle.getLocale().getLanguage()).isEqualTo(language);
        assertThat(bundle.keySet())
                .containsExactlyInAnyOrderElementsOf(Stream.of(RecordProblemKind.values())
                        .map(kind -> "problem." + kind.name())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void every_sentence_says_where_and_ends(RecordProblemKind kind) {
        var problem = new RecordProblem(kind, new Place("245", 2, 7, "$a"), "DETAIL", "EXPECTED");
        var english = problem.sentence(Locale.ENGLISH);
        var spanish = problem.sentence(Locale.of("es"));
        assertThat(english).contains("245 (2)$a").doesNotContain("{").endsWith(".");
        assertThat(spanish)
                .contains("245 (2)$a")
                .doesNotContain("{")
                .endsWith(".")
                .isNotEqualTo(english);
    }
}

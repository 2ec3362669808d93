package org.carrel.catalog.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.carrel.catalog.RecordChanges.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each reason of a change has its sentence in every language, and an error is called one. */
class ReasonSentencesTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void everyReasonHasItsSentence(String language) {
        var bundle = ResourceBundle.getBundle("org.carrel.catalog.exports.reasons", Locale.of(language));
        for (var reason : Reason.values()) {
            var sentence = bundle.getString("reason." + reason);
            assertThat(sentence.startsWith("ERROR:")).as(reason.name()).isEqualTo(reason.isError());
        }
        assertThat(bundle.keySet()).hasSize(Reason.values().length);
    }
}

package org.carrel.catalog.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultSentencesTest {
    @ParameterizedTest(name = "every fault has its sentence in {0}, and no other stands there")
    @ValueSource(strings = {"en", "es"})
    void everyFaultHasItsSentence(String language) {
        var bundle = ResourceBundle.getBundle(Fault.FIELD_CUT.bundle(), Locale.of(language));
        var names = Arrays.stream(Fault.values()).map(fault -> "problem." + fault.name());
        assertThat(bundle.keySet()).containsExactlyInAnyOrderElementsOf(names.toList());
        for (var key : bundle.keySet()) {
            var sentence = MessageFormat.format(bundle.getString(key), "P", "D");
            assertThat(sentence).endsWith(".").doesNotContain("{", "'");
        }
    }
}

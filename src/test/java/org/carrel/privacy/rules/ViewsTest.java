package org.carrel.privacy.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewsTest {
    @Test
    void moreThanFiftyAnHourAreMany() { // PR-5
        assertThat(Views.areMany(50)).isFalse();
        assertThat(Views.areMany(51)).isTrue();
    }

    @ParameterizedTest(name = "{0} looks at somebody called {1}: {2}")
    @CsvSource(textBlock = """
            Ana Núñez,          NUNEZ,              true
            Ana Núñez,          Núñez Ibarra,       true
            Sean O'Neill,       O’Neill,            true
            Ana Ibarra,         Núñez-Ibarra,       true
            Ana Lopez,          Nguyen,             false
            # a name of one word is a first name or a role
            Librarian,          Librarian,          false
            Mary O,             O,                  false
            """)
    void theSameFamilyNameIsNoticed(String looks, String looked, boolean noticed) { // PR-5
        assertThat(Views.mayBeFamily(looks, looked)).isEqualTo(noticed);
    }
}

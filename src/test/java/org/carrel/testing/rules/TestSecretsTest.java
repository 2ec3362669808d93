package org.carrel.testing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.carrel.testing.IncidentDraft;
import org.carrel.testing.IncidentProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not kept of tests (TS-6), and what may stand in the incident log. */
class TestSecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Test ticket: AB12-99ZK",
                "his ticket number 1234567 was torn",
                "Seal code 8841",
                "the password is blue42",
                "PASSWORD=Tiger2027",
                "proctor code K7P2",
                "login: jdoe27",
                "la contraseña es azul42",
                "código de sello 4471"
            })
    void whatLooksLikeATicketOrACodeIsNot(String text) { // TS-6, PR-12
        assertThat(TestSecrets.looksSo(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The student lost the test ticket; it was printed again at 9:40",
                "Password did not work, called the help desk",
                "Forgot the login. Moved to device CB-1042",
                "Fire alarm from 10:05 to 10:20, 24 students, room 114",
                "Sealed the room"
            })
    void whatOnlySpeaksOfThemMayStandThere(String text) { // TS-6
        assertThat(TestSecrets.looksSo(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"9:40, 09:40", "13.05, 13:05", "1:05 pm, 13:05", "12:10 a.m., 00:10", "12:10 PM, 12:10", "00:00, 00:00"
    })
    void timesAreReadAsPeopleTypeThem(String typed, LocalTime time) { // TS-5
        assertThat(IncidentRules.time(typed)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25:10", "9:70", "13:05 pm", "0:10 am", "noon", "9"})
    void whatIsNoTimeIsNone(String typed) {
        assertThat(IncidentRules.time(typed)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsSaidToBe() {
        var long1 = new IncidentDraft("x".repeat(2_001), "", "", "", List.of());
        assertThat(IncidentRules.ofText(long1)).contains(IncidentProblem.TOO_LONG);
        assertThat(IncidentRules.ofText(new IncidentDraft("x".repeat(2_000), "", "9:40", "", List.of())))
                .isEqualTo(Optional.empty());
    }
}

package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule V4: what a serial number is, and what makers leave in its place. */
class SerialsTest {
    @ParameterizedTest(name = "V4: \"{0}\" is no serial")
    @ValueSource(
            strings = {
                "",
                "   ",
                "To Be Filled By O.E.M.",
                " to be filled by o.e.m. ",
                "0",
                "00000000",
                "None",
                "none",
                "System Serial Number",
                "N/A",
                "#N/A",
                "Default string",
                "----",
                "XXXXXXX"
            })
    void aPlaceholderIsNoSerial(String read) {
        assertThat(Serials.key(read)).isEmpty();
        assertThat(Serials.isPlaceholder(read)).isTrue();
    }

    @ParameterizedTest(name = "V4: \"{0}\" is known as {1}")
    @CsvSource({
        "5CD0000A01, 5CD0000A01",
        "' 5cd0000a06 ', 5CD0000A06",
        "5E0023, 5E0023",
        // all digits, zeros in front
        "0012345678, 0012345678",
        "PF 0EXA01, PF 0EXA01",
        "'PF\t0EXA01', PF 0EXA01",
        "7, 7"
    })
    void aSerialIsComparedWithoutRegardToCaseAndBlanksAround(String read, String key) {
        assertThat(Serials.key(read)).hasValue(key);
    }

    @Test
    void itIsShownAsItWasRead() {
        assertThat(Serials.shown(" 5cd0000a06 ")).isEqualTo("5cd0000a06");
    }

    @Property(tries = 200)
    void theKeyOfAKeyIsTheKey(@ForAll @AlphaChars @StringLength(min = 1, max = 40) String read) {
        Serials.key(read).ifPresent(key -> assertThat(Serials.key(key)).hasValue(key));
    }
}

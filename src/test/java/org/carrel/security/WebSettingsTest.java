package org.carrel.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSettingsTest {
    @ParameterizedTest(name = "at {0}, {1}: {2}")
    @CsvSource(textBlock = """
            https://library.example.org, library.example.org,      true
            https://library.example.org, LIBRARY.example.ORG,      true
            https://library.example.org, library.example.org.evil, false
            https://library.example.org, localhost,                false
            http://localhost:8080,       127.0.0.1,                true
            http://127.0.0.1:8080,       localhost,                true
            http://localhost:8080,       [::1],                    true
            http://localhost:8080,       evil.example,             false
            """)
    void onlyOurOwnNamesAreKnown(URI base, String host, boolean known) {
        assertThat(new WebSettings(base, 1, "School").knows(host)).isEqualTo(known);
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(textBlock = """
            localhost,           localhost
            localhost:8080,      localhost
            [::1]:8080,          [::1]
            [::1],               [::1]
            library.example.org, library.example.org
            """)
    void aHostHeaderIsReadWithoutItsPort(String header, String host) {
        assertThat(WebSettings.hostOf(header)).contains(host);
    }

    @ParameterizedTest
    @CsvSource({"''", "a b", "host:port", "user@host", "host/path", "host:80:80", "'a,b'", "h\\x"})
    void whatIsNoHostIsNone(String header) {
        assertThat(WebSettings.hostOf(header)).isEmpty();
    }

    @Test
    void settingsWithoutAHostOrALimitAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebSettings(URI.create("/x"), 1, "School"));
        assertThatIllegalArgumentException().isThrownBy(() -> new WebSettings(URI.create("http://x"), 0, "School"));
    }
}

package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.carrel.security.WebSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyAndOriginTest {
    @ParameterizedTest(name = "{0} at {1}: a proxy? {2}")
    @CsvSource({
        "127.0.0.1, https://library.example.org, true",
        "10.0.0.9,  https://library.example.org, false",
        "127.0.0.1, http://127.0.0.1:8080,       false"
    })
    void onlyOurOwnProxyIsAskedWhoComes(String peer, URI base, boolean proxy) {
        var settings = new WebSettings(base, 1, "School", Set.of("127.0.0.1"), false, false);
        assertThat(settings.isProxy(peer)).isEqualTo(proxy);
    }

    @ParameterizedTest(name = "{0} at {1}, asked as {2}: {3}")
    @CsvSource({
        "https://library.example.org, https://library.example.org, library.example.org, true",
        "http://library.example.org,  https://library.example.org, library.example.org, false",
        "https://evil.example,        https://library.example.org, library.example.org, false",
        "https://library.example.org.evil.example, https://library.example.org, library.example.org, false",
        "http://localhost:8080,       http://127.0.0.1:8080, localhost:8080, true",
        "http://127.0.0.1:9,          http://127.0.0.1:8080, localhost:8080, false",
        "null,                        http://127.0.0.1:8080, localhost:8080, false"
    })
    void anOriginIsOursAsAWhole(String origin, URI base, String host, boolean own) {
        assertThat(new WebSettings(base, 1, "School").isOwnOrigin(origin, host)).isEqualTo(own);
    }
}

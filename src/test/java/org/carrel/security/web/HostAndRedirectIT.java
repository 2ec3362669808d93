package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under which names the product answers, and where it sends people. ST numbers are our threat tests'. */
class HostAndRedirectIT {
    private final RawHttp http = RawHttp.toProduct();

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost@evil.example", "a b"})
    void anotherNameIsNotAnswered(String host) { // ST-09
        var answer = http.send("GET", "/search?q=cats", "", List.of("Host: " + host));
        assertThat(answer.status()).isIn(400, 421);
        assertThat(answer.body()).doesNotContain("evil");
    }

    /** The container answers this one itself, with nothing at all. */
    @Test
    void noNameAtAllGetsNoPage() {
        var answer = http.send("GET", "/search?q=cats", "", List.of("Host: "));
        assertThat(answer.body()).doesNotContain("<html");
    }

    @Test
    void anotherNameInTheRequestLineIsNotAnswered() {
        var answer = http.send("GET", "http://evil.example/search", "", List.of("Host: " + http.host()));
        assertThat(answer.status()).isIn(400, 421);
    }

    @Test
    void twoNamesAreNotAnswered() {
        var answer = http.send("GET", "/search", "", List.of("Host: " + http.host(), "Host: evil.example"));
        assertThat(answer.status()).isIn(400, 421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets", "/kiosk", "/WEB-INF", "/language?to=es&back=/search", "/no-such-page"})
    void whatAProxyClaimsIsNowhereInTheAnswer(String path) {
        var forwarded = http.get(path, "X-Forwarded-Host: evil.example", "Forwarded: host=evil.example");
        assertThat(forwarded.toString()).doesNotContain("evil.example");
        var named = http.send("GET", path, "", List.of("Host: evil.example"));
        assertThat(named.toString()).doesNotContain("evil.example");
    }

    @ParameterizedTest(name = "back to {0} is {1}")
    @CsvSource(textBlock = """
            /search?q=x,                    /search?q=x
            //evil.example,                 /
            /%5Cevil.example,               /
            %5C%5Cevil.example,             /
            https:evil.example,             /
            https://evil.example/,          /
            %2F%2Fevil.example,             /
            /%0d%0aSet-Cookie:%20a=b,       /
            /%09/evil.example,              /
            javascript:alert(1),            /
            ,                               /
            """)
    void theLanguageSwitchLeadsNowhereElse(String back, String location) { // ST-10
        var answer = http.get("/language?to=es&back=" + (back == null ? "" : back));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.all("Location")).containsExactly(location);
        assertThat(answer.all("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("carrel-language=es;")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Expires", "Max-Age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/language", "/language?to=xx", "/language?to=es%0d%0aSet-Cookie:a=b"})
    void aLanguageThatIsNoneIsRefused(String path) {
        var answer = http.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.all("Set-Cookie")).isEmpty();
    }
}

package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says, and that typed text is shown as typed. ST numbers are our threat tests'. */
class WebHardeningIT {
    private final RawHttp http = RawHttp.toProduct();

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/search?q=cats", "/no-such-page", "/api/v1/catalog/search?q=cats", "/assets/kiosk.css"})
    void everyAnswerTellsTheBrowserWhatToRefuse(String path) { // PR-11
        var answer = http.get(path);
        assertThat(answer.all("Content-Security-Policy")).hasSize(1);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'")
                .contains("form-action 'self'", "style-src 'self'", "script-src 'self' 'nonce-")
                .doesNotContain("unsafe-");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.all("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.all("X-Powered-By")).isEmpty();
    }

    @Test
    void twoAnswersNeverShareANonce() {
        assertThat(http.get("/").header("Content-Security-Policy"))
                .isNotEqualTo(http.get("/").header("Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=cats", "/no-such-page", "/api/v1/catalog/search"})
    void lookingStartsNoSession(String path) { // ST-18
        var answer = http.get(path);
        assertThat(answer.all("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("jsessionid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=cats", "/no-such-page", "/api/v1/catalog/search"})
    void noOneKeepsWhatAChildLookedFor(String path) {
        assertThat(http.get(path).header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q=%23%7B7*7%7D",
                "/search?q=%24%7B7*7%7D",
                "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
                "/search?q=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
                "/search?q=%27%20onfocus=alert(1)%20x=%27",
                "/search?q=x&lang=%3Cscript%3E&kind=%3Cscript%3E",
                "/search?q=%00%01%1b",
                "/search?q=%F0%9F%98%80%E2%80%AE",
                "/search?q=%E0%80",
                "/search?q=%7B0%7D%20%7B1%7D"
            })
    void whateverIsTypedIsShownAsTyped(String path) { // ST-02, ST-03
        var answer = http.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().replaceAll("<script src=\"/assets/[a-z]+\\.js\\?v=[0-9a-f]+\" [^<>]*></script>", ""))
                .doesNotContain("<script", "<img");
    }

    @ParameterizedTest
    @CsvSource({"%23%7B7*7%7D, #{7*7}", "%24%7B7*7%7D, ${7*7}", "%7B0%7D, {0}", "%26amp%3B, &amp;amp;"})
    void noTypedTextIsTakenForALanguageOfOurs(String typed, String shown) { // ST-02
        assertThat(http.get("/search?q=" + typed).body()).contains("value=\"" + shown + "\"");
    }
}

package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The staff pages, before there is a sign-in. */
class OwnMachineIT {
    private static final String ENGLISH =
            "The staff pages can be used on the server’s own machine only until sign-in is set up";
    private static final String SPANISH =
            "Las páginas del personal solo se pueden usar en la propia máquina del servidor hasta que";

    private final RawHttp http = RawHttp.toProduct();

    @Test
    void aPersonAtTheServerIsAnswered() {
        var answer = http.get("/desk/import");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("style-src 'self'")
                .doesNotContain("unsafe-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 10.0.0.7",
                "X-Forwarded-For: 127.0.0.1",
                "Forwarded: for=10.0.0.7",
                "Via: 1.1 proxy",
                "X-Real-IP: 127.0.0.1"
            })
    void whoComesThroughAProxyIsTold(String header) {
        for (var path : List.of("/desk/", "/desk/import", "/desk/import/1", "/desk/doctor/1/1", "/desk/no-such-page")) {
            var answer = http.get(path, header);
            assertThat(answer.status()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains(ENGLISH, SPANISH);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.all("Set-Cookie")).isEmpty();
            assertThat(answer.insides()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%64esk/import", "/desk;a=b/import", "//desk/import", "/x/../desk/import", "/desk/./import"})
    void noOtherSpellingOfTheAddressGetsAround(String path) {
        var answer = http.get(path, "X-Forwarded-For: 10.0.0.7");
        if (answer.status() == 301) answer = http.get(answer.header("Location"), "X-Forwarded-For: 10.0.0.7");
        assertThat(answer.status()).isIn(400, 403, 404);
        assertThat(answer.body()).doesNotContain("nav-import");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void aPageOfAnotherSiteCannotPost(String header) {
        var host = "Host: " + http.host();
        var answer = http.send("POST", "/desk/import", "", List.of(host, header, "Content-Length: 0"));
        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            same-origin, null, 404, a form of ours: our pages give no referrer
            same-origin, https://evil.example, 403, the two contradict each other
            cross-site,  null, 403, a form of another site that gives no referrer
            """)
    void aFormIsTakenFromOurPagesOnly(String site, String origin, int status, String why) {
        var headers =
                List.of("Host: " + http.host(), "Sec-Fetch-Site: " + site, "Origin: " + origin, "Content-Length: 0");
        var answer = http.send("POST", "/desk/import/999999/commit", "", headers);
        assertThat(answer.status()).as(why).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/import.xhtml",
                "/desk/import/0",
                "/desk/import/999999999",
                "/desk/import-lines",
                "/desk/doctor"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(http.get(path).status()).isEqualTo(404);
    }
}

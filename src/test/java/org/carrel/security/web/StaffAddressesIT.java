package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.carrel.fixtures.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of staff pages, in other spellings and by other ways. */
class StaffAddressesIT {
    private final RawHttp http = RawHttp.toProduct();

    private static String admin() {
        return "Cookie: " + Staff.admin().cookie();
    }

    @Test
    void whoIsSignedInIsAnswered() {
        var answer = http.get("/desk/import", admin());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("style-src 'self'")
                .doesNotContain("unsafe-");
        assertThat(answer.all("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%64esk/import",
                "/desk;a=b/import",
                "//desk/import",
                "/x/../desk/import",
                "/desk/./import",
                "/desk/import;x=y",
                "/desk/import/",
                "/DESK/import",
                "/desk%2fimport",
                "/desk/import.xhtml",
                "/desk/sign-in",
                "/desk/door/in"
            })
    void noOtherSpellingOfTheAddressGetsAround(String path) {
        var answer = http.get(path);
        if (answer.status() == 301) answer = http.get(answer.header("Location"));
        assertThat(answer.status()).isIn(303, 400, 404);
        assertThat(answer.body()).doesNotContain("area-catalog", "nav-import");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            same-origin, null, 404, a form of ours: our pages give no referrer
            same-origin, https://evil.example, 403, the two contradict each other
            cross-site,  null, 403, a form of another site that gives no referrer
            """)
    void aFormIsTakenFromOurPagesOnly(String site, String origin, int status, String why) {
        var answer = http.send(
                "POST",
                "/desk/import/999999/commit",
                "",
                RawHttp.with(
                        "Host: " + http.host(),
                        admin(),
                        "Sec-Fetch-Site: " + site,
                        "Origin: " + origin,
                        "Content-Length: 0"));
        assertThat(answer.status()).as(why).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/import.xhtml",
                "/desk/import/0",
                "/desk/import/999999999",
                "/desk/import-lines",
                "/desk/sign-in",
                "/desk/own-account",
                "/desk/account",
                "/desk/door/out",
                "/desk/doctor"
            })
    void whatIsNotThereIsNotFound(String path) {
        assertThat(http.get(path, admin()).status()).isEqualTo(404);
    }
}

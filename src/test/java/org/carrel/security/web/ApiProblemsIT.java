package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON interface when it is asked wrongly. */
class ApiProblemsIT {
    private final RawHttp http = RawHttp.toProduct();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /api/v1/catalog/search?page=0             | 400 | page
            /api/v1/catalog/search?page=abc           | 400 | page
            /api/v1/catalog/search?page=1000000000000 | 400 | page
            /api/v1/catalog/search?page=-1            | 400 | page
            /api/v1/catalog/search?page=1&page=2      | 400 | page
            /api/v1/catalog/search?size=0             | 400 | size
            /api/v1/catalog/search?size=51            | 400 | size
            /api/v1/catalog/search?kind=TOASTER       | 400 | kind
            /api/v1/catalog/search?language=english   | 400 | language
            /api/v1/catalog/records/999999999999      | 404 |
            /api/v1/catalog/records/abc               | 404 |
            /api/v1/catalog/records/99999999999999999999 | 404 |
            /api/v1/catalog/records/-1                | 404 |
            /api/v1/catalog                           | 404 |
            /api/v1/                                  | 404 |
            /api/v1                                   | 404 |
            /api/no                                   | 404 |
            /api                                      | 404 |
            """)
    void aFailureUnderTheInterfaceIsAProblemDocument(String path, int status, String parameter) {
        var answer = http.get(path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status);
        if (parameter != null) assertThat(answer.body()).contains("\"parameter\":\"" + parameter + "\"");
        assertThat(answer.insides()).isEmpty();
    }

    @Test
    void theInterfaceSpeaksJsonInUtf8() {
        var answer = http.get("/api/v1/catalog/search?q=caf%C3%A9&literal=1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=UTF-8");
        assertThat(answer.body()).contains("\"searched\":", "\"total\":", "\"hits\":[", "\"facets\":", "café");
    }
}

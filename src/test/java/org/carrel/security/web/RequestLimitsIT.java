package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much or too odd to be read. */
class RequestLimitsIT {
    private static final int ONE_MEGABYTE = 1 << 20;

    private final RawHttp http = RawHttp.toProduct();

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(textBlock = """
            TRACE,   /,                      405
            TRACK,   /,                      405
            CONNECT, /,                      405
            FOO,     /search,                405
            POST,    /search,                405
            PUT,     /,                      405
            DELETE,  /records/1,             405
            POST,    /api/v1/catalog/search, 405
            """)
    void oddMethodsAreRefused(String method, String path, int status) {
        var answer = http.send(method, path, "", List.of("Host: " + http.host(), "Content-Length: 0"));
        assertThat(answer.status()).isIn(status, 400, 501);
        assertThat(answer.body()).doesNotContain("Cookie");
        assertThat(answer.insides()).isEmpty();
    }

    @Test
    void aBodyThatSaysItIsTooLongIsNotRead() {
        var answer = http.sendPart(
                "POST",
                "/api/v1/catalog/search",
                "x",
                List.of("Host: " + http.host(), "Content-Length: " + (ONE_MEGABYTE + 1)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.insides()).isEmpty();
    }

    @Test
    void aBodyThatDoesNotSayItIsTooLongIsCutOff() {
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        var answer = http.send(
                "POST",
                "/api/v1/catalog/search",
                chunk.repeat(20) + "0\r\n\r\n",
                List.of("Host: " + http.host(), "Transfer-Encoding: chunked", "Content-Type: text/plain"));
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aSmallBodyInChunksIsReadLikeAnyOther() {
        var answer = http.send(
                "POST",
                "/api/v1/catalog/search",
                "3\r\nabc\r\n0\r\n\r\n",
                List.of("Host: " + http.host(), "Transfer-Encoding: chunked", "Content-Type: text/plain"));
        assertThat(answer.status()).isEqualTo(405);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/search?q=%zz", "/search?q=%", "/search?%u0041=1", "/api/v1/catalog/search?q=%zz"})
    void brokenEscapesAreRefused(String path) {
        var answer = http.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.insides()).isEmpty();
    }

    @Test
    void endlessAddressesAreRefused() {
        assertThat(http.get("/search?q=" + "a".repeat(5000)).status()).isEqualTo(414);
        assertThat(http.get("/search?q=" + "a".repeat(60_000)).status()).isBetween(400, 499);
        assertThat(http.get("/search?" + "a=b&".repeat(500)).status()).isEqualTo(400);
    }
}

package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.List;
import org.carrel.security.web.RawHttp.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the running product: what it answers to those who do not mean well. ST numbers are our threat tests'. */
@TestInstance(Lifecycle.PER_CLASS)
class WebHardeningIT {
    private static final int ONE_MEGABYTE = 1 << 20;
    /** Words that only the insides of a Java server contain. */
    private static final List<String> INSIDES = List.of(
            "Exception",
            "org.carrel",
            "jakarta.",
            "java.lang",
            "at com.",
            "Payara",
            "GlassFish",
            "Grizzly",
            "Mojarra",
            "SQL",
            "<ui:",
            "xmlns:ui");

    private RawHttp http = new RawHttp(URI.create("http://127.0.0.1"));

    @BeforeAll
    void find() {
        var url = System.getProperty("carrel.test.url", "");
        var missing = "No running product: set -Dcarrel.test.url=http://127.0.0.1:8080";
        if (url.isBlank() && "true".equals(System.getenv("CI"))) fail(missing);
        assumeTrue(!url.isBlank(), missing);
        http = new RawHttp(URI.create(url.replaceAll("/+$", "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/search?q=cats", "/no-such-page", "/api/v1/catalog/search?q=cats", "/assets/kiosk.css"})
    void everyAnswerTellsTheBrowserWhatToRefuse(String path) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/web.xml",
                "/WEB-INF/beans.xml",
                "/web-inf/web.xml",
                "/WEB-INF%2fweb.xml",
                "/%57EB-INF/web.xml",
                "/assets/..%2fWEB-INF/web.xml",
                "/assets/%2e%2e/WEB-INF/web.xml",
                "/assets/../WEB-INF/web.xml",
                "/assets/..;/WEB-INF/web.xml",
                "/assets/..;x=y/WEB-INF/web.xml",
                "/assets/%c0%ae%c0%ae/WEB-INF/web.xml",
                "/assets/..%5cWEB-INF%5cweb.xml",
                "/assets/%252e%252e/WEB-INF/web.xml",
                "/../../../../etc/passwd",
                "/..%2f..%2f..%2fetc/passwd",
                "/META-INF/MANIFEST.MF",
                "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
                "/jakarta.faces.resource/../WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/%2e%2e/WEB-INF/web.xml.xhtml",
                "/jakarta.faces.resource/web.xml.xhtml?ln=WEB-INF",
                "/jakarta.faces.resource/kiosk.xhtml.xhtml?ln=templates",
                "/jakarta.faces.resource/web.xml.xhtml?con=../WEB-INF",
                "/kiosk/search.xhtml",
                "/kiosk/search",
                "/kiosk/",
                "/kiosk/home.jsf",
                "/faces/kiosk/home.xhtml",
                "/WEB-INF/templates/kiosk.xhtml",
                "/WEB-INF/tags/icon.xhtml",
                "/kiosk/search.xhtml;x=y",
                "/kiosk;/search.xhtml",
                "/error",
                "/assets/",
                "/api/v1/application.wadl"
            })
    void nothingInsideCanBeFetched(String path) { // ST-04
        var answer = http.get(path);
        // what looks like a folder is redirected by the container, which must stay on this server
        assertThat(answer.status()).as(answer.body()).isBetween(300, 499);
        assertThat(answer.all("Location")).allMatch(location -> location.matches("/(assets/\\.\\./|kiosk/|assets/)"));
        tellsNothing(answer);
    }

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
        tellsNothing(answer);
    }

    @Test
    void aBodyThatSaysItIsTooLongIsNotRead() {
        var answer = http.send(
                "POST",
                "/api/v1/catalog/search",
                "x",
                List.of("Host: " + http.host(), "Content-Length: " + (ONE_MEGABYTE + 1)));
        assertThat(answer.status()).isEqualTo(413);
        tellsNothing(answer);
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
        tellsNothing(answer);
    }

    @Test
    void endlessAddressesAreRefused() {
        assertThat(http.get("/search?q=" + "a".repeat(5000)).status()).isEqualTo(414);
        assertThat(http.get("/search?q=" + "a".repeat(60_000)).status()).isBetween(400, 499);
        assertThat(http.get("/search?" + "a=b&".repeat(500)).status()).isEqualTo(400);
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
        assertThat(answer.body()).doesNotContain("<script", "<img");
    }

    @ParameterizedTest
    @CsvSource({"%23%7B7*7%7D, #{7*7}", "%24%7B7*7%7D, ${7*7}", "%7B0%7D, {0}", "%26amp%3B, &amp;amp;"})
    void noTypedTextIsTakenForALanguageOfOurs(String typed, String shown) { // ST-02
        assertThat(http.get("/search?q=" + typed).body()).contains("value=\"" + shown + "\"");
    }

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
        tellsNothing(answer);
    }

    @Test
    void theInterfaceSpeaksJsonInUtf8() {
        var answer = http.get("/api/v1/catalog/search?q=caf%C3%A9");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=UTF-8");
        assertThat(answer.body()).contains("\"searched\":", "\"total\":", "\"hits\":[", "\"facets\":", "café");
    }

    @ParameterizedTest
    @CsvSource({"en, We can’t find that page", "es, No vemos esa página"})
    void errorPagesSpeakTheReadersLanguage(String language, String title) {
        var answer = http.get("/no-such-page", "Cookie: carrel-language=" + language, "Accept-Language: fr");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("lang=\"" + language + "\"", title);
        tellsNothing(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jakarta.faces.ViewState=x",
                "jakarta.faces.ViewState=-1:-1&jakarta.faces.partial.ajax=true",
                "jakarta.faces.ViewState=rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA"
            })
    void aForgedViewStateDoesNothing(String body) { // ST-20, ST-21
        for (var path : List.of("/", "/search", "/kiosk/search.xhtml")) {
            var answer = http.send(
                    "POST",
                    path,
                    body,
                    List.of(
                            "Host: " + http.host(),
                            "Content-Type: application/x-www-form-urlencoded",
                            "Content-Length: " + body.length()));
            assertThat(answer.status()).isIn(404, 405);
            tellsNothing(answer);
        }
    }

    @Test
    void dynamicContentOfComponentsDoesNotReadWhatItIsSent() { // ST-01
        var answer = http.get("/jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrt=sc&pfdrid="
                + "uMKljPgnOTVxmOB%2BH6%2FQEPW9ghJMGL3PRdkfmbiiPkUDzOAoSQnmBt4dYyjvjGhV&v=5");
        assertThat(answer.status()).isEqualTo(404);
        tellsNothing(answer);
    }

    @Test
    void theServerSaysWhetherItIsAliveToAnyoneWhoWatches() {
        var live = http.send("GET", "/health/live", "", List.of("Host: watcher.internal"));
        assertThat(live.status()).isEqualTo(200);
        var ready = http.get("/health/ready");
        assertThat(ready.status()).isIn(200, 503);
        assertThat(ready.body()).contains("\"status\":");
        tellsNothing(ready);
    }

    private static void tellsNothing(Answer answer) {
        assertThat(INSIDES).noneMatch(word -> answer.body().contains(word));
    }
}

package org.carrel.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing inside the product can be fetched or reached. ST numbers are our threat tests'. */
class InsidesIT {
    private final RawHttp http = RawHttp.toProduct();

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
                "/WEB-INF/tags/searchBox.xhtml",
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
        assertThat(answer.insides()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, We can’t find that page", "es, No vemos esa página"})
    void errorPagesSpeakTheReadersLanguage(String language, String title) {
        var answer = http.get("/no-such-page", "Cookie: carrel-language=" + language, "Accept-Language: fr");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("lang=\"" + language + "\"", title);
        assertThat(answer.insides()).isEmpty();
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
            assertThat(answer.insides()).isEmpty();
        }
    }

    @Test
    void dynamicContentOfComponentsDoesNotReadWhatItIsSent() { // ST-01
        var answer = http.get("/jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrt=sc&pfdrid="
                + "uMKljPgnOTVxmOB%2BH6%2FQEPW9ghJMGL3PRdkfmbiiPkUDzOAoSQnmBt4dYyjvjGhV&v=5");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.insides()).isEmpty();
    }

    @Test
    void theServerSaysWhetherItIsAliveToAnyoneWhoWatches() {
        var live = http.send("GET", "/health/live", "", List.of("Host: watcher.internal"));
        assertThat(live.status()).isEqualTo(200);
        var ready = http.get("/health/ready");
        assertThat(ready.status()).isIn(200, 503);
        assertThat(ready.body()).contains("\"status\":");
        assertThat(ready.insides()).isEmpty();
    }
}

package org.carrel.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=a%20b&page=2", "/records/12", "/search?q=http://x.example/"})
    void pagesOfOursAreLocal(String path) {
        assertThat(LocalPath.parse(path)).contains(new LocalPath(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "search",
                "//evil.example",
                "/\\evil.example",
                "\\evil.example",
                "https:evil.example",
                "https://evil.example/",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                " /search",
                "/búsqueda",
                "javascript:alert(1)"
            })
    void whateverABrowserMightReadAsAnotherHostIsNot(String path) {
        assertThat(LocalPath.parse(path)).isEmpty();
    }

    @Property
    void aLocalPathResolvesToTheSameHost(@ForAll String text) {
        var path = LocalPath.parse("/" + text.replaceAll("[^a-zA-Z0-9/?=&.%-]", ""));
        Assume.that(path.isPresent());
        Assume.that(!path.get().value().matches(".*%(?![0-9a-fA-F]{2}).*"));
        var here = URI.create("http://library.example.org/search");
        assertThat(here.resolve(path.get().value()).getHost()).isEqualTo("library.example.org");
    }
}

package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.catalog.BibRecord.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchAddressTest {
    @ParameterizedTest(name = "page {0} is page {1}")
    @CsvSource(textBlock = """
            1,             1
            7,             7
            # what is no page is the first one: a child is not told off
            0,             1
            -1,            1
            abc,           1
            1000000000000, 1
            # beyond any school's last page
            999999999,     10000
            """)
    void aPageIsReadKindly(String text, int page) {
        assertThat(SearchAddress.parse(Map.of("page", new String[] {text})).page())
                .isEqualTo(page);
    }

    @Test
    void unknownKindsAndLanguagesAreLeftOut() {
        var parameters = Map.of("kind", new String[] {"BOOK", "TOASTER"}, "lang", new String[] {"spa", "x'--", "spa"});
        var address = SearchAddress.parse(parameters);
        assertThat(address.kinds()).containsExactly(Kind.BOOK);
        assertThat(address.languages()).containsExactly("spa");
    }

    @Test
    void choosingTwiceIsChoosingNothing() {
        var address = new SearchAddress("cats", 3, List.of(Kind.BOOK), List.of());
        assertThat(address.toggled(Kind.VIDEO).toggled(Kind.VIDEO)).isEqualTo(address.onPage(1));
    }

    @Test
    void anAddressWithoutAWishHasNoQuestionMark() {
        assertThat(new SearchAddress("", 1, List.of(), List.of()).path()).isEqualTo("/search");
    }

    @Property
    void whatAnAddressSaysIsReadBack(
            @ForAll String text,
            @ForAll @IntRange(min = 1, max = 10_000) int page,
            @ForAll @Size(max = 3) List<Kind> kinds) {
        var first = SearchAddress.parse(Map.of(
                "q", new String[] {text},
                "page", new String[] {Integer.toString(page)},
                "kind", kinds.stream().map(Kind::name).toArray(String[]::new)));
        assertThat(SearchAddress.parse(parameters(first.query()))).isEqualTo(first);
    }

    private static Map<String, String[]> parameters(String query) {
        var values = new HashMap<String, List<String>>();
        for (var part : query.split("&")) {
            var pair = part.split("=", 2);
            if (pair.length < 2) continue;
            values.computeIfAbsent(pair[0], name -> new ArrayList<>())
                    .add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        var parameters = new HashMap<String, String[]>();
        values.forEach((name, list) -> parameters.put(name, list.toArray(String[]::new)));
        return parameters;
    }
}

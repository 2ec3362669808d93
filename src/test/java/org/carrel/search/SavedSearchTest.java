package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.Choices.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedSearchTest {
    private static final SavedSearch FULL = new SavedSearch(
            "whales & co",
            List.of(Kind.BOOK),
            List.of("spa"),
            new Choices(
                    Map.of(
                            Facet.IN,
                            List.of("1"),
                            Facet.NEW,
                            List.of("1"),
                            Facet.TOPIC,
                            List.of("Whales=big?", "Océanos"),
                            Facet.LEXILE,
                            List.of("600", "BR")),
                    Order.NEWEST),
            true);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # as a browser copies it, from any host
            https://library.example.org/search?q=cats&kind=BOOK&page=3   | q=cats&kind=BOOK
            http://127.0.0.1:8080/carrel/search?lang=spa#hits            | lang=spa
            # without its beginning
            library.example.org/search?q=cats                            | q=cats
            /search?q=cats+and+dogs&sort=newest                          | q=cats+and+dogs&sort=newest
            ?new=1                                                       | new=1
            # everything
            /search                                                      | ''
            # words
            cats and dogs                                                | q=cats+and+dogs
            and/or                                                       | q=and%2For
            24/7                                                         | q=24%2F7
            """)
    void wordsAndAddressesAreRead(String typed, String query) {
        assertThat(SavedSearch.read(typed)).map(SavedSearch::query).contains(query);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/records/1",
        "/series?name=Dog+Man",
        "/search?nothing=of+the+kind",
        "/search?q=%E0%z"
    })
    void whatIsNoPageOfResultsIsNotRead(String typed) {
        assertThat(SavedSearch.read(typed)).isEmpty();
    }

    @Test
    void everythingThatCanBeChosenIsKept() {
        assertThat(SavedSearch.ofQuery(FULL.query())).isEqualTo(FULL);
        assertThat(SavedSearch.read(FULL.typed())).contains(FULL);
    }

    /** Cut where it is too long, a text must not end in a blank or in half of a sign: read again it would be another. */
    @ParameterizedTest
    @ValueSource(strings = {"+yz", "%F0%9F%A6%96"})
    void aTextThatIsCutIsKeptAsItIsReadAgain(String end) {
        var kept = SavedSearch.ofQuery("q=" + "x".repeat(SearchRequest.MAX_TEXT - 1) + end);
        assertThat(kept.text()).isEqualTo("x".repeat(SearchRequest.MAX_TEXT - 1));
        assertThat(SavedSearch.ofQuery(kept.query())).isEqualTo(kept);
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll @StringLength(max = 400) String text,
            @ForAll @Size(max = 4) List<Kind> kinds,
            @ForAll Facet facet,
            @ForAll @StringLength(min = 1, max = 60) String value,
            @ForAll Order order,
            @ForAll boolean literal) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        chosen.put(facet, List.of(value));
        var typed = new SavedSearch(text, kinds, List.of("eng"), new Choices(chosen, order), literal);
        var kept = SavedSearch.ofQuery(typed.query());
        assertThat(SavedSearch.ofQuery(kept.query())).isEqualTo(kept);
        assertThat(SavedSearch.read(kept.typed())).contains(kept);
    }

    @Property
    void whateverIsTypedIsReadOrRefused(@ForAll String typed) {
        SavedSearch.read(typed).ifPresent(search -> assertThat(SavedSearch.read(search.typed()))
                .map(SavedSearch::query)
                .contains(search.query()));
    }

    @Test
    void everyPictureIsInTheFileOfIcons() throws IOException {
        var icons = Files.readString(Path.of("src/main/webapp/assets/icons/icons.svg"));
        for (var picture : TopicPicture.values()) assertThat(icons).contains("<symbol id=\"" + picture.key() + "\"");
    }
}

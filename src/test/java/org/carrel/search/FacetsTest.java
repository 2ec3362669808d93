package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.carrel.search.Choices.Order;
import org.carrel.search.SearchPage.FacetCount;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Narrowing and ordering results, over the starter collection. */
@TestInstance(Lifecycle.PER_CLASS)
class FacetsTest {
    private SearchedCatalog searched;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        searched = new SearchedCatalog(directory, StarterSet.catalog());
    }

    @AfterAll
    void close() {
        if (searched != null) searched.close();
    }

    private SearchPage find(String text, Choices choices) {
        return searched.find(new SearchRequest(text, 1, 50, List.of(), List.of(), false, Readers.ALL, choices));
    }

    private static Choices only(Facet facet, String... values) {
        return new Choices(Map.of(facet, List.of(values)), Order.BEST);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOPIC", "SERIES", "AUTHOR", "READERS", "AWARD"})
    void eachValueFindsAsManyAsItWasCounted(Facet facet) {
        var counts = find("", Choices.NONE).facets().get(facet);
        assertThat(counts)
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparingLong(FacetCount::count).reversed());
        for (var count : counts.subList(0, Math.min(5, counts.size())))
            assertThat(find("", only(facet, count.value())).total())
                    .as(count.value())
                    .isEqualTo(count.count());
    }

    @Test
    void ofOneFacetAnyValueWillDoOfSeveralEach() {
        var authors = find("", Choices.NONE).facets().get(Facet.AUTHOR);
        var first = authors.get(0);
        var second = authors.get(1);
        assertThat(find("", only(Facet.AUTHOR, first.value(), second.value())).total())
                .isEqualTo(first.count() + second.count());
        var both = only(Facet.AUTHOR, first.value()).toggled(Facet.READERS, "kids");
        assertThat(find("", both).total()).isLessThanOrEqualTo(first.count());
    }

    @Test
    void theOtherValuesOfAFacetAreCountedAsIfNoneWereChosen() {
        var author = find("", Choices.NONE).facets().get(Facet.AUTHOR).getFirst();
        var narrowed = find("", only(Facet.AUTHOR, author.value()));
        assertThat(narrowed.facets().get(Facet.AUTHOR)).hasSizeGreaterThan(1).contains(author);
        assertThat(narrowed.facets().get(Facet.SERIES).stream()
                        .mapToLong(FacetCount::count)
                        .max()
                        .orElse(0))
                .isLessThanOrEqualTo(author.count());
    }

    @Test
    void aValueThatNothingHasFindsNothing() {
        assertThat(find("", only(Facet.AUTHOR, "Nobody at All")).total()).isZero();
    }

    @Test
    void theListIsOrderedByTitleAndByAuthor() {
        var titles = find("harry potter", Choices.NONE.ordered(Order.TITLE)).hits().stream()
                .map(SearchHit::title)
                .toList();
        assertThat(titles).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        var authors = find("dog", Choices.NONE.ordered(Order.AUTHOR)).hits().stream()
                .map(hit -> hit.author().substring(hit.author().lastIndexOf(' ') + 1))
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(authors).isSorted();
    }

    @Test
    void newestComesFirstWhenThatIsAskedFor() {
        var ids = find("dog", Choices.NONE.ordered(Order.NEWEST)).hits().stream()
                .map(SearchHit::id)
                .toList();
        assertThat(ids).isSortedAccordingTo(Comparator.reverseOrder());
    }
}

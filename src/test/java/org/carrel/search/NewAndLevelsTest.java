package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.carrel.search.Choices.Order;
import org.carrel.search.SearchPage.FacetCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Narrowing to what is new and by reading levels, and the shelf of what is new. */
class NewAndLevelsTest {
    private static final Instant TODAY = SearchedCatalog.NOON.instant();

    /** Added today, 90 days ago at the first moment that counts, a second before that, and always there. */
    private static SearchedCatalog dated(Path directory) {
        var first = TODAY.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(90)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return SearchedCatalog.of(
                directory,
                Records.record(1, "Old badgers").copy("1", "", "FIC", "OLD").lexile(650),
                Records.record(2, "Badgers of yesterday")
                        .added(first.minusSeconds(1))
                        .lexile(-20),
                Records.record(3, "Badgers at last").added(first).lexile(699).ar(4.9),
                Records.record(4, "Newest badgers")
                        .added(TODAY)
                        .copy("4", "", "FIC", "NEW")
                        .lexile(1010)
                        .ar(4.0)
                        .by("Hare, A."));
    }

    @Test
    void newIsWhatWasAddedWithinTheDaysThatCount(@TempDir Path directory) {
        try (var small = dated(directory)) {
            assertThat(counts(small.find("badgers"), Facet.NEW)).containsExactly(new FacetCount(Facet.YES, 2));
            var asked = new SearchRequest(
                    "badgers", 1, 50, List.of(), List.of(), false, Readers.ALL, only(Facet.NEW, Facet.YES));
            var page = small.find(asked);
            assertThat(page.hits()).extracting(SearchHit::id).containsExactlyInAnyOrder(3L, 4L);
            assertThat(counts(page, Facet.NEW)).containsExactly(new FacetCount(Facet.YES, 2));
            assertThat(counts(page, Facet.IN))
                    .as("the others are counted within it")
                    .containsExactly(new FacetCount("1", 1));
        }
    }

    @Test
    void newIsLostAsDaysPassAndNothingIsIndexedAgain(@TempDir Path directory) {
        try (var small = dated(directory)) {
            var asked =
                    new SearchRequest("badgers", 1, 50, List.of(), List.of(), false, Readers.ALL, only(Facet.NEW, "1"));
            var later = Clock.offset(SearchedCatalog.NOON, Duration.ofDays(1));
            var tomorrow = new CatalogSearch(small.lifecycle(), small.items(), new NewBooks(90, later));
            assertThat(tomorrow.find(asked).hits()).extracting(SearchHit::id).containsExactly(4L);
            var muchLater = Clock.offset(SearchedCatalog.NOON, Duration.ofDays(91));
            var never = new CatalogSearch(small.lifecycle(), small.items(), new NewBooks(90, muchLater));
            assertThat(never.find(asked).hits()).isEmpty();
            assertThat(counts(never.find(new SearchRequest("badgers", 1, 50, List.of(), List.of())), Facet.NEW))
                    .isEmpty();
        }
    }

    @Test
    void readingLevelsAreCountedByRangesAndCombined(@TempDir Path directory) {
        try (var small = dated(directory)) {
            var all = small.find("badgers");
            assertThat(counts(all, Facet.LEXILE))
                    .containsExactly(
                            new FacetCount("600", 2), new FacetCount("1000", 1), new FacetCount(Facet.BEGINNER, 1));
            assertThat(counts(all, Facet.AR)).containsExactly(new FacetCount("4", 2));
            var both = only(Facet.LEXILE, "600", "1000").toggled(Facet.AR, "4");
            var page = small.find(new SearchRequest("badgers", 1, 50, List.of(), List.of(), false, Readers.ALL, both));
            assertThat(page.hits()).extracting(SearchHit::id).containsExactlyInAnyOrder(3L, 4L);
            var beginners = only(Facet.LEXILE, Facet.BEGINNER);
            assertThat(small.find(new SearchRequest("", 1, 50, List.of(), List.of(), false, Readers.ALL, beginners))
                            .hits())
                    .extracting(SearchHit::id)
                    .containsExactly(2L);
        }
    }

    @Test
    void theShelfOfNewBooksShowsThoseWithACopyAndIsKeptUntilTheIndexChanges(@TempDir Path directory) {
        try (var small = dated(directory)) {
            var search = new CatalogSearch(small.lifecycle(), small.items(), new NewBooks(90, SearchedCatalog.NOON));
            var searches = new SavedSearches(search);
            var shelf = searches.newBooks(Readers.ALL, 12);
            assertThat(shelf.hits()).extracting(SearchHit::id).containsExactly(4L);
            assertThat(shelf.total()).isEqualTo(2);
            var asked = small.items().questions().size();
            assertThat(searches.newBooks(Readers.ALL, 12)).isSameAs(shelf);
            assertThat(small.items().questions()).as("nothing was asked again").hasSize(asked);
            small.catalog().put(Records.record(5, "Badgers of tomorrow").added(TODAY));
            small.lifecycle().catchUp();
            assertThat(inTime(() -> searches.newBooks(Readers.ALL, 12).total() == 3))
                    .isTrue();
        }
    }

    private static boolean inTime(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) return true;
            Thread.onSpinWait();
        }
        return false;
    }

    private static List<FacetCount> counts(SearchPage page, Facet facet) {
        return page.facets().get(facet);
    }

    private static Choices only(Facet facet, String... values) {
        return new Choices(Map.of(facet, List.of(values)), Order.BEST);
    }
}

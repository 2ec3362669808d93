package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.carrel.catalog.BibRecord.Kind;
import org.carrel.search.Choices.Order;
import org.carrel.search.SearchPage.FacetCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Editions of one work are one row of the results, and everything that is counted is counted so. */
class EditionsTest {
    private static final String WEB = "text | b e white | charlottes web";

    private static Records paperback() {
        return record(1, "Charlotte's web").by("White, E. B.").work(WEB).copy("1001", "", "FIC", "WHI");
    }

    private static Records hardback() {
        return record(2, "Charlotte's web").by("White, E. B.").work(WEB).copy("1002", "", "FIC", "WHI");
    }

    private static Records audio() {
        return record(3, "Charlotte's web")
                .by("White, E. B.")
                .work(WEB)
                .kind(Kind.AUDIOBOOK)
                .copy("1003", "CD", "FIC", "WHI");
    }

    private static Records spanish() {
        return record(4, "La telaraña de Carlota")
                .other("Charlotte's web")
                .by("White, E. B.")
                .in("spa")
                .work(WEB)
                .copy("1004", "SP", "FIC", "WHI");
    }

    private static Records stuart() {
        return record(5, "Stuart Little").by("White, E. B.").work("stuart").copy("1005", "", "FIC", "WHI");
    }

    private static SearchedCatalog catalog(Path directory) {
        return SearchedCatalog.of(directory, paperback(), hardback(), audio(), spanish(), stuart());
    }

    private static List<Long> ids(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::id).toList();
    }

    private static List<Long> found(SearchPage page) {
        return ids(page.hits());
    }

    @Test
    void aWorkIsOneRowWithAllItsEditions(@TempDir Path directory) {
        try (var searched = catalog(directory)) {
            var page = searched.find("charlotte's web");
            assertThat(page.total()).isEqualTo(1);
            var row = page.hits().getFirst();
            assertThat(row.id()).isEqualTo(1);
            assertThat(ids(row.editions()))
                    .as("its language first, then by kind")
                    .containsExactly(2L, 3L, 4L);
            assertThat(row.editions())
                    .allSatisfy(edition -> assertThat(edition.items()).hasSize(1));
            assertThat(searched.find("white").total()).isEqualTo(2);
            assertThat(found(searched.find("stuart little"))).containsExactly(5L);
            assertThat(searched.find("stuart little").hits().getFirst().editions())
                    .isEmpty();
        }
    }

    @Test
    void whoAsksInSpanishSeesTheSpanishEditionFirst(@TempDir Path directory) {
        try (var searched = catalog(directory)) {
            var row = searched.find("la telaraña de carlota").hits().getFirst();
            assertThat(row.id()).isEqualTo(4);
            assertThat(ids(row.editions())).containsExactly(1L, 2L, 3L);
            var narrowed = searched.find(new SearchRequest("charlotte's web", 1, 20, List.of(), List.of("spa")));
            assertThat(found(narrowed)).containsExactly(4L);
            assertThat(narrowed.total()).isEqualTo(1);
        }
    }

    @Test
    void ofEditionsThatFitAlikeTheOneThatIsInStandsForTheWork(@TempDir Path directory) {
        try (var searched = SearchedCatalog.of(directory, paperback().out(), audio(), spanish(), hardback())) {
            assertThat(found(searched.find("charlotte's web"))).containsExactly(2L);
        }
    }

    @Test
    void anAudiobookOrATranslationThatIsInDoesNotTakeThePlaceOfTheBook(@TempDir Path directory) {
        try (var searched = SearchedCatalog.of(directory, paperback().out(), audio(), spanish())) {
            assertThat(found(searched.find("charlotte's web"))).containsExactly(1L);
        }
    }

    @Test
    void c22FacetsCountWorksAsTheListDoes(@TempDir Path directory) {
        try (var searched = catalog(directory)) {
            var all = searched.find("white");
            assertThat(all.kinds()).containsExactly(new FacetCount("BOOK", 2), new FacetCount("AUDIOBOOK", 1));
            assertThat(all.languages()).containsExactly(new FacetCount("eng", 2), new FacetCount("spa", 1));
            assertThat(all.facets().get(Facet.AUTHOR)).containsExactly(new FacetCount("E. B. White", 2));
            for (var kind : all.kinds()) {
                var chosen = searched.find(
                        new SearchRequest("white", 1, 20, List.of(Kind.valueOf(kind.value())), List.of()));
                assertThat(chosen.total()).as(kind.value()).isEqualTo(kind.count());
                assertThat(chosen.kinds()).isEqualTo(all.kinds());
            }
        }
    }

    @Test
    void whoAsksForRecordsGetsEach(@TempDir Path directory) {
        try (var searched = catalog(directory)) {
            var page = searched.find(new SearchRequest("charlotte's web", 1, 20, List.of(), List.of()).ofRecords());
            assertThat(page.total()).isEqualTo(4);
            assertThat(found(page)).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
            assertThat(page.kinds()).containsExactly(new FacetCount("BOOK", 3), new FacetCount("AUDIOBOOK", 1));
        }
    }

    /** Sixty works of one to seven editions each, in every order: no work twice, none left out, as many as were counted. */
    @Test
    void pagesOfWorksNeitherOverlapNorMissOne(@TempDir Path directory) {
        var records = new ArrayList<Records>();
        var id = 0L;
        for (var work = 0; work < 60; work++)
            for (var edition = 0; edition <= work % 7; edition++)
                records.add(record(++id, "Whales volume " + work)
                        .by("Author " + work % 5)
                        .work("work " + work)
                        .in(edition % 2 == 0 ? "eng" : "spa")
                        .copy("W" + id, "", "599.5", "W" + work));
        try (var searched = SearchedCatalog.of(directory, records.toArray(Records[]::new))) {
            for (var text : List.of("whales", "", "599.5"))
                for (var order : Order.values()) {
                    var seen = new ArrayList<Long>();
                    for (var page = 1; page <= 6; page++) {
                        var found = searched.find(new SearchRequest(
                                text,
                                page,
                                10,
                                List.of(),
                                List.of(),
                                false,
                                Readers.ALL,
                                new Choices(Map.of(), order)));
                        assertThat(found.total()).as(text + " " + order).isEqualTo(60);
                        assertThat(found.hits())
                                .as(text + " " + order + " " + page)
                                .hasSize(10);
                        found.hits().forEach(hit -> seen.add(workOf(records, hit.id())));
                    }
                    assertThat(seen).as(text + " " + order).doesNotHaveDuplicates();
                }
        }
    }

    private static long workOf(List<Records> records, long id) {
        return Long.parseLong(records.get((int) id - 1).make().work().replace("work ", ""));
    }

    @Test
    void aLaterDecisionIsFollowed(@TempDir Path directory) {
        try (var searched = catalog(directory)) {
            searched.catalog().put(spanish().work("set 12"));
            searched.catalog().put(stuart().work("set 12"));
            searched.lifecycle().catchUp();
            assertThat(searched.find("white").total()).isEqualTo(2);
            assertThat(ids(searched.find("stuart little").hits().getFirst().editions()))
                    .containsExactly(4L);
            assertThat(ids(searched.related().otherEditions(1))).containsExactly(2L, 3L);
            searched.catalog().delete(2);
            searched.lifecycle().catchUp();
            assertThat(ids(searched.related().otherEditions(1))).containsExactly(3L);
        }
    }

    @Test
    void c21SpellingsOfAHeadingAreOneAndTheMostFrequentIsShown(@TempDir Path directory) {
        var spellings = List.of("Dogs", "dogs.", "Dogs", "DOGS", "Dógs");
        var records = IntStream.range(0, spellings.size())
                .mapToObj(at -> record(at + 1, "Book " + at)
                        .about(spellings.get(at))
                        .by(at % 2 == 0 ? "Rowling, J. K." : "Rowling, J.K."))
                .toArray(Records[]::new);
        try (var searched = SearchedCatalog.of(directory, records)) {
            var facets = searched.find("book").facets();
            assertThat(facets.get(Facet.TOPIC)).containsExactly(new FacetCount("Dogs", 5));
            assertThat(facets.get(Facet.AUTHOR)).containsExactly(new FacetCount("J. K. Rowling", 5));
            for (var spelling : spellings) {
                var chosen = new Choices(Map.of(Facet.TOPIC, List.of(spelling)), Order.BEST);
                var page = searched.find(
                        new SearchRequest("book", 1, 20, List.of(), List.of(), false, Readers.ALL, chosen));
                assertThat(page.total()).as(spelling).isEqualTo(5);
                assertThat(chosen.toggled(Facet.TOPIC, "Dogs").of(Facet.TOPIC)).isEmpty();
            }
        }
    }

    @Test
    void suggestionsOfferAHeadingInOneSpelling(@TempDir Path directory) {
        try (var searched = SearchedCatalog.of(
                directory,
                record(1, "One").by("Rowling, J. K."),
                record(2, "Two").by("Rowling, J. K."),
                record(3, "Three").by("Rowling, J.K."))) {
            assertThat(searched.suggest("rowl", 6)).extracting(Suggestion::text).containsExactly("J. K. Rowling");
        }
    }
}

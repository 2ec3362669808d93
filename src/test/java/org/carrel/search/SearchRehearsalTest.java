package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.carrel.catalog.CatalogRecord;
import org.carrel.catalog.PlanWatch;
import org.carrel.catalog.SearchMove;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import would do to the librarian's own searches, before it is committed. */
class SearchRehearsalTest {
    private static final String LONG = "Spiders of the meadow and how they live";

    @TempDir
    Path directory;

    private SearchedCatalog catalog;

    @BeforeEach
    void open() {
        catalog = SearchedCatalog.of(
                directory,
                Records.record(1, LONG).about("Spiders"),
                Records.record(2, "Whales").about("Whales"),
                Records.record(3, "The little owl"));
    }

    @AfterEach
    void close() {
        catalog.close();
    }

    @Test
    void aNewTitleThatComesFirstMovesTheOneThatDid() {
        assertThat(moves(List.of("spiders\t1: " + LONG), record(-1, "Spiders")))
                .containsExactly(new SearchMove("spiders", LONG, 1, 2, "Spiders"));
    }

    @Test
    void whatAnOverlayTakesAwayIsNotFoundAnyMore() {
        assertThat(moves(List.of("whales\t1: Whales"), record(2, "Dolphins")))
                .containsExactly(new SearchMove("whales", "Whales", 1, 0, ""));
    }

    @Test
    void whatAnOverlayBringsIsFound() {
        assertThat(moves(List.of("dolphins\t1: Dolphins"), record(2, "Dolphins")))
                .containsExactly(new SearchMove("dolphins", "Dolphins", 0, 1, "Dolphins"));
    }

    @Test
    void aTitleThatComesTwiceCountsAsItIsLast() {
        assertThat(moves(List.of("spiders\t1: " + LONG), record(-1, "Spiders"), record(-1, "Beetles")))
                .isEmpty();
    }

    @Test
    void aSearchThatStaysAsItIsIsNotNamed() {
        assertThat(moves(List.of("spiders\t1: " + LONG, "owl\t1: Little owl"), record(-1, "Trains")))
                .isEmpty();
    }

    @Test
    void theCatalogIsSearchedAsItWasMeanwhileAndAfterwards() {
        moves(List.of("spiders\t1: " + LONG), record(-1, "Spiders"));
        assertThat(catalog.titles("spiders")).containsExactly(LONG);
    }

    @Test
    void withoutCasesNothingIsTried() {
        assertThat(rehearsal(List.of()).begin()).isSameAs(PlanWatch.Watching.IDLE);
    }

    private List<SearchMove> moves(List<String> cases, CatalogRecord... planned) {
        try (var watching = rehearsal(cases).begin()) {
            for (var title : planned) watching.title(title);
            return watching.moves();
        }
    }

    private SearchRehearsal rehearsal(List<String> cases) {
        return new SearchRehearsal(catalog.search(), catalog.lifecycle(), () -> SearchCases.read(cases));
    }

    private static CatalogRecord record(long id, String title) {
        return Records.record(id, title).make();
    }
}

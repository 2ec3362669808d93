package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.carrel.search.SearchPage.FacetCount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two kiosks search while an import writes over 20,000 records: they see each as it was or as it is, never half. */
class SearchDuringImportTest {
    private static final int RECORDS = 20_000;
    private static final int IN_ONE_TRANSACTION = 100;

    @Test
    void twoKiosksSeeTheOldOrTheNewStateAndNeverAnError(@TempDir Path directory) {
        var catalog = new FakeCatalog();
        for (var id = 1; id <= RECORDS; id++) catalog.put(made(id, "Earlier"));
        try (var searched = new SearchedCatalog(directory, catalog)) {
            var over = new AtomicBoolean();
            var one = CompletableFuture.supplyAsync(() -> statesSeen(searched, over, "whales"));
            var other = CompletableFuture.supplyAsync(() -> statesSeen(searched, over, "whales swim"));
            for (var id = 1; id <= RECORDS; id++) {
                catalog.put(made(id, "Later"));
                if (id % IN_ONE_TRANSACTION == 0) searched.lifecycle().catchUp();
            }
            over.set(true);
            assertThat(one.join()).contains("Earlier", "Later");
            assertThat(other.join()).contains("Earlier", "Later");
            assertThat(searched.find("later").total()).isEqualTo(RECORDS);
        }
    }

    private static Records made(int id, String state) {
        return record(id, state + " whales " + id).by(state + ", Ann").summary("Whales swim. " + state + ".");
    }

    /** Once more after the import, so that its end is always seen. */
    private static Set<String> statesSeen(SearchedCatalog searched, AtomicBoolean over, String text) {
        var seen = new HashSet<String>();
        for (var last = false; !last; ) {
            last = over.get();
            var order = seen.size() % 2 == 0 ? Choices.Order.BEST : Choices.Order.TITLE;
            var page = searched.find(new SearchRequest(
                    text, 1, 20, List.of(), List.of(), false, Readers.ALL, Choices.NONE.ordered(order)));
            assertThat(page.limited()).isFalse();
            assertThat(page.total()).as("none is missing, none twice").isEqualTo(RECORDS);
            assertThat(page.kinds()).containsExactly(new FacetCount("BOOK", RECORDS));
            assertThat(page.facets().getOrDefault(Facet.AUTHOR, List.of()).stream()
                            .mapToLong(FacetCount::count)
                            .sum())
                    .isEqualTo(RECORDS);
            for (var hit : page.hits()) {
                var state = hit.title().split(" ")[0];
                assertThat(hit.author()).isEqualTo("Ann " + state);
                assertThat(hit.summary()).isEqualTo("Whales swim. " + state + ".");
                seen.add(state);
            }
        }
        return seen;
    }
}

package org.carrel.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerTest {
    @ParameterizedTest(name = "page {0} of {1}: {2}")
    @CsvSource(textBlock = """
            1, 1,  1
            1, 3,  1 2 3
            1, 50, 1 2 3 … 50
            9, 50, 1 … 7 8 9 10 11 … 50
            50, 50, 1 … 48 49 50
            """)
    void theEndsAndTheNeighboursAreLinked(int page, int pages, String links) {
        assertThat(pager(page, pages).links().stream()
                        .map(link -> link.number() == 0 ? "…" : Integer.toString(link.number()))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(links);
    }

    @Test
    void theEndsHaveNothingBeyondThem() {
        assertThat(pager(1, 3).previous()).isEmpty();
        assertThat(pager(3, 3).next()).isEmpty();
        assertThat(pager(1, 1).needed()).isFalse();
    }

    @Test
    void aPagePastTheEndLeadsBackToTheLastOne() {
        assertThat(pager(99, 3).previous()).isEqualTo("/search?q=cats&page=3");
    }

    private static Pager pager(int page, int pages) {
        return new Pager(new SearchAddress("cats", page, List.of(), List.of()), pages);
    }
}

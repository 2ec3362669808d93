package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The children's questions, with the starter collection alone and among some 5,600 other real records. */
class RelevanceTest {
    private static final double GOAL = 0.97;

    @Test
    void everyQuestionHasTheExpectedTitleFirst(@TempDir Path directory) throws Exception {
        try (var searched = new SearchedCatalog(directory, StarterSet.catalog())) {
            check(searched.run(StarterSet.cases()));
        }
    }

    @Test
    void alsoAmongThousandsOfOtherRecords(@TempDir Path directory) throws Exception {
        try (var searched = new SearchedCatalog(directory, StarterSet.amongOthers())) {
            check(searched.run(StarterSet.cases()));
        }
    }

    @Test
    void ofTheSameTitleTheBookForTheReadersOfTheKioskComesFirst(@TempDir Path directory) throws Exception {
        try (var searched = new SearchedCatalog(directory, StarterSet.catalog())) {
            assertThat(first(searched, "into the wild", Readers.ELEMENTARY)).isEqualTo("Erin Hunter");
            assertThat(first(searched, "into the wild", Readers.HIGH)).isEqualTo("Jon Krakauer");
            assertThat(first(searched, "it", Readers.HIGH)).isEqualTo("Stephen King");
        }
    }

    private static String first(SearchedCatalog searched, String text, Readers readers) {
        return searched.find(new SearchRequest(text, 1, 20, List.of(), List.of(), false, readers))
                .hits()
                .getFirst()
                .author();
    }

    private static void check(SearchScore score) {
        report(score);
        assertThat(score.withFirst()).as("questions whose first hit is known").allMatch(result -> result.rank() == 1);
        assertThat(score.meanReciprocalRank()).isGreaterThanOrEqualTo(GOAL);
    }

    private static void report(SearchScore score) {
        if (Boolean.getBoolean("relevance.report")) {
            var report = new StringBuilder();
            score.missed().forEach(miss -> report.append('\n')
                    .append(miss.asked())
                    .append(" rank ")
                    .append(miss.rank())
                    .append(' ')
                    .append(miss.titles()));
            System.getLogger("relevance")
                    .log(
                            System.Logger.Level.INFO,
                            "{0} of {1} right, first {2} of {3}, mean reciprocal rank {4}{5}",
                            score.right(),
                            score.results().size(),
                            score.firstRight(),
                            score.withFirst().size(),
                            score.meanReciprocalRank(),
                            report);
        }
    }
}

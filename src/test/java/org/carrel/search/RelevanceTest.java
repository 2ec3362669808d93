package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many of the children's questions have the expected record first. Spelling and synonyms are still to come. */
class RelevanceTest {
    private static final Pattern FIRST = Pattern.compile("^1: ([^;(]+)");
    private static final int FLOOR = 34;

    @Test
    void mostExactAndPunctuatedQuestionsHaveTheExpectedTitleFirst(@TempDir Path directory) throws Exception {
        try (var searched = new SearchedCatalog(directory, StarterSet.catalog())) {
            var wrong = new ArrayList<String>();
            var right = 0;
            for (var question : StarterSet.questions()) {
                var expected = FIRST.matcher(question[1]);
                if (!expected.find()) continue;
                var titles = searched.titles(question[0]);
                if (!titles.isEmpty() && starts(titles.getFirst(), expected.group(1))) right++;
                else wrong.add(question[0] + " -> " + titles.stream().limit(2).toList() + " not " + expected.group(1));
            }
            if (Boolean.getBoolean("relevance.report"))
                System.getLogger("relevance")
                        .log(System.Logger.Level.INFO, right + " right, wrong: \n" + String.join("\n", wrong));
            assertThat(right)
                    .as("first hits as expected; the others: %s", wrong)
                    .isGreaterThanOrEqualTo(FLOOR);
        }
    }

    private static boolean starts(String title, String expected) {
        return title.toLowerCase(Locale.ROOT).startsWith(expected.strip().toLowerCase(Locale.ROOT));
    }
}

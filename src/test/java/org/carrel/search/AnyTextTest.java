package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class AnyTextTest {
    private static Path directory;
    private static SearchedCatalog searched;

    @BeforeContainer
    static void index() throws IOException {
        directory = Files.createTempDirectory("any-text");
        searched = SearchedCatalog.of(
                directory, record(1, "Holes").copy("30001001", "", "FIC", "SAC"), record(2, "怪談 C++"));
    }

    @AfterContainer
    static void close() throws IOException {
        searched.close();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Property(tries = 300)
    void noTextIsAnError(@ForAll String text) {
        assertThat(searched.find(text).total()).isBetween(0L, 2L);
    }

    @Property(tries = 300)
    void noMixtureOfSyntaxAndWordsIsAnError(@ForAll("typed") List<String> pieces, @ForAll int page, @ForAll int size) {
        var answer = searched.find(new SearchRequest(String.join("", pieces), page, size, List.of(), List.of()));
        assertThat(answer.hits().size()).isLessThanOrEqualTo((int) answer.total());
    }

    @Provide
    Arbitrary<List<String>> typed() {
        return Arbitraries.of(
                        "holes",
                        "fic ",
                        "c++",
                        "a",
                        " ",
                        "'",
                        "\"",
                        "(",
                        ")",
                        "*",
                        "?",
                        "~",
                        "^2",
                        ":",
                        "AND ",
                        " OR",
                        "NOT ",
                        "[a TO z]",
                        "\\",
                        "/.*/",
                        "l'",
                        "599",
                        ".5",
                        "978",
                        "-",
                        "&",
                        "😀",
                        "\uD83D",
                        "怪",
                        "ש",
                        "\u0000")
                .list()
                .ofMaxSize(60);
    }
}

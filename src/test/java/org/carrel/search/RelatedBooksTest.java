package org.carrel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carrel.search.Records.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books like one: by what the records say, for the readers of the screen, never the same again. */
class RelatedBooksTest {
    private static final Records WOLVES = record(1, "Wolves")
            .by("Simon, Seymour")
            .about("Wolves")
            .about("Animals")
            .forReaders('j')
            .work("wolves")
            .copy("1", "", "599.77", "SIM");

    private static Records book(long id, String title) {
        return record(id, title).copy("C" + id, "", "FIC", "AAA");
    }

    private static List<Long> like(Path directory, Readers readers, Records... others) {
        var all = new ArrayList<>(List.of(WOLVES));
        all.addAll(Arrays.asList(others));
        try (var searched = SearchedCatalog.of(directory, all.toArray(Records[]::new))) {
            return searched.related().like(WOLVES.make(), readers, 6).stream()
                    .map(SearchHit::id)
                    .toList();
        }
    }

    @Test
    void whatIsRareSaysMore(@TempDir Path directory) {
        var animals = Stream.iterate(10L, id -> id < 30, id -> id + 1)
                .map(id -> book(id, "Animal " + id).about("Animals").forReaders('j'));
        var others = Stream.concat(
                        animals,
                        Stream.of(book(2, "The wolf pack").about("Wolves").forReaders('j')))
                .toArray(Records[]::new);
        assertThat(like(directory, Readers.ALL, others)).hasSize(6).startsWith(2L);
    }

    @Test
    void neverTheSameWorkAndEachWorkOnce(@TempDir Path directory) {
        assertThat(like(
                        directory,
                        Readers.ALL,
                        book(2, "Wolves").about("Wolves").work("wolves"),
                        book(3, "Lobos").about("Wolves").in("spa").work("wolves"),
                        book(4, "Wolf pups").about("Wolves").work("pups"),
                        book(5, "Wolf pups").about("Wolves").work("pups"),
                        book(6, "Cooking").about("Food")))
                .containsExactly(4L);
    }

    @Test
    void nothingForOtherReadersThanThoseOfTheScreen(@TempDir Path directory) {
        var grown = book(2, "The wolves of war").about("Wolves").forReaders('e');
        var teen = book(3, "Wolf girl").about("Wolves").forReaders('d');
        var kids = book(4, "Wolf pups").about("Wolves").forReaders('j');
        assertThat(like(directory.resolve("a"), Readers.ALL, grown, teen, kids))
                .as("a children's book, on any screen")
                .containsExactly(4L);
        assertThat(like(directory.resolve("b"), Readers.ELEMENTARY, grown, teen, kids))
                .containsExactly(4L);
        assertThat(like(directory.resolve("c"), Readers.HIGH, grown, teen, kids))
                .containsExactlyInAnyOrder(2L, 3L);
    }

    @Test
    void whatIsInComesFirstAndWhatTheLibraryHasNotIsLeftOut(@TempDir Path directory) {
        assertThat(like(
                        directory,
                        Readers.ALL,
                        book(2, "Wolf one").about("Wolves").out(),
                        book(3, "Wolf two").about("Wolves"),
                        record(4, "Wolf three").about("Wolves")))
                .containsExactly(3L, 2L);
    }

    @Test
    void noMoreThanTwoOfItsOwnSeries(@TempDir Path directory) {
        var first =
                record(1, "Warriors").about("Cats").series("Warriors", 1.0, "1").copy("1", "", "FIC", "HUN");
        var all = new ArrayList<>(List.of(first));
        for (var id = 2L; id < 8; id++) all.add(book(id, "Warriors " + id).series("Warriors", (double) id, ""));
        all.add(book(9, "Cats").about("Cats"));
        try (var searched = SearchedCatalog.of(directory, all.toArray(Records[]::new))) {
            assertThat(searched.related().like(first.make(), Readers.ALL, 6))
                    .extracting(SearchHit::id)
                    .hasSize(3)
                    .contains(9L);
        }
    }

    @Test
    void aRecordThatSharesNothingHasNothingLikeIt(@TempDir Path directory) {
        assertThat(like(directory, Readers.ALL, book(2, "Cooking").about("Food")))
                .isEmpty();
    }

    @Test
    void ofBooksAsLikeTheOneThatIsAsHardToReadComesFirst(@TempDir Path directory) {
        var asked = record(1, "Wolves").about("Wolves").lexile(700).ar(4.2).copy("1", "", "FIC", "AAA");
        try (var searched = SearchedCatalog.of(
                directory,
                asked,
                book(2, "Hard wolves").about("Wolves").lexile(1200).ar(9),
                book(3, "Easy wolves").about("Wolves").lexile(650).ar(4.6))) {
            assertThat(searched.related().like(asked.make(), Readers.ALL, 6))
                    .extracting(SearchHit::id)
                    .containsExactly(3L, 2L);
        }
    }
}

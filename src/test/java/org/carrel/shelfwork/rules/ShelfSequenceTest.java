package org.carrel.shelfwork.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which books stand out of order. */
class ShelfSequenceTest {
    private static List<String> wrong(List<String> keys) {
        var found = ShelfSequence.of(keys);
        return IntStream.range(0, keys.size())
                .filter(place -> !found.isRight(place))
                .mapToObj(keys::get)
                .toList();
    }

    @ParameterizedTest(name = "of {0} stands wrong {1}")
    @CsvSource(textBlock = """
            # all is well
            A B C D, ''
            # copies of one title
            A B B B C, ''
            # one from further on, one from further back
            A B Z C D E, Z
            M N A O P Q, A
            # the last one that was scanned
            B C D A, A
            # two by themselves
            A X B C D E A F G, X A
            # several from one shelf in the middle of another are misplaced
            A B X Y C D E, X Y
            # many that follow each other: somebody has gone on at another shelf
            M N O P A B C D, ''
            M N O P Q A B C D E, ''
            """)
    void asManyAsPossibleStandRight(String keys, String expected) {
        assertThat(wrong(List.of(keys.split(" "))))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void nothingScannedIsNothingWrong() {
        assertThat(ShelfSequence.of(List.of()).stretches()).isEmpty();
    }

    @Test
    void aStretchGoesFromItsFirstBookToItsLast() {
        var keys = List.of("M", "N", "Z", "O", "P", "A", "B", "C", "D");
        assertThat(ShelfSequence.of(keys).stretches())
                .containsExactly(new ShelfSequence.Stretch(0, 4), new ShelfSequence.Stretch(5, 8));
    }

    /** The promise of the page: one misplaced book does not make all the next ones wrong. */
    @Property
    void oneBookMovedIsExactlyTheOneThatIsTold(
            @ForAll @IntRange(min = 3, max = 200) int size,
            @ForAll @IntRange(min = 0, max = 199) int from,
            @ForAll @IntRange(min = 0, max = 199) int to) {
        Assume.that(from < size && to < size && Math.abs(from - to) >= 2);
        var keys = new ArrayList<>(IntStream.range(0, size)
                .mapToObj(number -> String.format(Locale.ROOT, "%04d", number))
                .toList());
        var moved = keys.remove(from);
        keys.add(to, moved);
        assertThat(wrong(keys)).containsExactly(moved);
    }

    /** Against all ways of choosing, on short shelves. */
    @Property(tries = 300)
    void noOtherChoiceIsBetter(
            @ForAll @Size(max = 9) List<@StringLength(value = 1) @CharRange(from = 'A', to = 'F') String> keys) {
        var found = ShelfSequence.of(keys);
        var chosen = IntStream.range(0, keys.size()).filter(found::isRight).toArray();
        assertThat(worth(keys, chosen)).isEqualTo(best(keys));
    }

    private static int best(List<String> keys) {
        var best = 0;
        for (var choice = 0; choice < 1 << keys.size(); choice++) {
            var bits = choice;
            var places = IntStream.range(0, keys.size())
                    .filter(place -> (bits & 1 << place) != 0)
                    .toArray();
            best = Math.max(best, worth(keys, places));
        }
        return best;
    }

    /** How many stand right, less the price of each new stretch. */
    private static int worth(List<String> keys, int[] places) {
        var worth = places.length;
        for (var at = 1; at < places.length; at++)
            if (keys.get(places[at]).compareTo(keys.get(places[at - 1])) < 0) worth -= ShelfSequence.NEW_STRETCH;
        return worth;
    }

    /** The whole library in one row, with every hundredth book misplaced, is looked through at once. */
    @Test
    void twentyThousandBooksAreLookedThroughInASecond() {
        var keys = new String[20_000];
        Arrays.setAll(keys, place -> String.format(Locale.ROOT, "%05d", place % 100 == 0 ? 19_999 - place : place));
        var begun = System.nanoTime();
        var found = ShelfSequence.of(List.of(keys));
        assertThat(System.nanoTime() - begun).isLessThan(1_000_000_000L);
        assertThat(found.right().cardinality()).isGreaterThanOrEqualTo(19_800);
    }
}

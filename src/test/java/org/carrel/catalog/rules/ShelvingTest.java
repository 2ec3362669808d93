package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.carrel.catalog.CallRange;
import org.carrel.catalog.GridBox;
import org.carrel.catalog.PlanPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShelvingTest {
    @ParameterizedTest(name = "{2} is in {0} – {1}: {3}")
    @CsvSource(textBlock = """
            # both ends are in
            FIC A,   FIC R,   FIC A,            true
            FIC ALE, FIC ROW, FIC ROW,          true
            FIC ALE, FIC ROW, FIC ALE,          true
            # and all that begins like the last one
            FIC A,   FIC R,   FIC ROW,          true
            FIC A,   FIC ROW, FIC ROW v. 10,    true
            500,     599,     599.5 SIM,        true
            599,     599.5,   599.53 ABC,       true
            # but nothing before or behind
            FIC B,   FIC R,   FIC ALE,          false
            FIC A,   FIC R,   FIC SAC,          false
            500,     599,     600 MAC,          false
            FIC A,   FIC R,   SP FIC ROW,       false
            FIC,     FIC,     F ROW,            true
            E,       E,       E 551.21 RUB,     true
            E,       E,       ER LOB,           false
            REF,     REF,     REF 423 MER,      true
            SP,      SP,      SP E CAR,         true
            SP FIC,  SP FIC,  SP E CAR,         false
            B,       B,       92 LIN,           true
            PZ7,     PZ7,     PZ7 .R79,         true
            # another way to write the same label
            fic a,   [Fic] r, FIC ROW,          true
            """)
    void aRangeHoldsWhatStandsBetweenItsEnds(String from, String to, String label, boolean held) {
        var shelving = new Shelving(List.of(row(1, new CallRange(0, from, to))));
        assertThat(shelving.rowOf(0, key(label)).isPresent()).isEqualTo(held);
    }

    @Test
    void aRangeOfOneLocationHoldsNoCopyOfAnother() {
        var shelving =
                new Shelving(List.of(row(1, new CallRange(7, "FIC", "FIC")), row(2, new CallRange(8, "FIC", "FIC"))));
        assertThat(shelving.rowOf(7, key("FIC ROW")).orElseThrow().id()).isEqualTo(1);
        assertThat(shelving.rowOf(8, key("FIC ROW")).orElseThrow().id()).isEqualTo(2);
        assertThat(shelving.rowOf(0, key("FIC ROW"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "…",
                "5999",
                "FIC ROW and a very long label that nobody could ever print on the back of a book"
            })
    void whatIsNoCallNumberHasNoKey(String label) {
        assertThat(CallBound.key(label)).isEmpty();
    }

    @Test
    void aCopyWithoutCallNumberStandsInNoRow() {
        var all = List.of("E", "FIC", "GN", "SC", "B", "SP", "REF").stream()
                .map(label -> new CallRange(0, label, label))
                .toArray(CallRange[]::new);
        assertThat(new Shelving(List.of(row(1, all))).rowOf(0, ShelfKey.NOWHERE))
                .isEmpty();
    }

    /** Cuts a shelf that is in order into rows, and finds each book in the row in which it was put. */
    @Property(tries = 300)
    void everyCopyIsInTheRowThatASortedShelfPutsItIn(
            @ForAll @Size(min = 4, max = 40) List<@From("labels") String> labels,
            @ForAll @Size(max = 40) List<@From("labels") String> others) {
        var shelf = inOrder(labels);
        var cuts = IntStream.range(0, shelf.size())
                .filter(at -> at % 3 == 0)
                .boxed()
                .toList();
        var rows = new ArrayList<PlanPart>();
        for (var cut : cuts) {
            var last = shelf.get(Math.min(cut + 2, shelf.size() - 1));
            rows.add(row(rows.size() + 1, new CallRange(0, shelf.get(cut), last)));
        }
        var shelving = new Shelving(rows);
        for (var at = 0; at < shelf.size(); at++)
            assertThat(shelving.rowOf(0, key(shelf.get(at))).orElseThrow().id())
                    .as(shelf.get(at))
                    .isEqualTo(firstRowThatMayHold(rows, shelf.get(at), at / 3 + 1));
        assertRowsKeepTheOrder(shelving, inOrder(others));
    }

    /** A label that begins like the last one of an earlier row stands there already: FIC ROW in FIC A – FIC R. */
    private static long firstRowThatMayHold(List<PlanPart> rows, String label, int own) {
        return rows.stream()
                .limit(own)
                .filter(row -> key(label).startsWith(key(row.ranges().getFirst().to())))
                .map(PlanPart::id)
                .findFirst()
                .orElse((long) own);
    }

    private static void assertRowsKeepTheOrder(Shelving shelving, List<String> shelf) {
        var met = shelf.stream()
                .flatMap(label -> shelving.rowOf(0, key(label)).stream())
                .map(PlanPart::id)
                .toList();
        assertThat(met).isSorted();
    }

    @Property
    void whatBeginsLikeTheLastLabelIsIn(@ForAll("labels") String to, @ForAll("letters") String more) {
        var keys = KeyRange.of(new CallRange(0, to, to)).orElseThrow();
        assertThat(keys.holds(0, key(to))).isTrue();
        assertThat(keys.holds(0, key(to + more))).isTrue();
    }

    @Property
    void rangesThatDoNotMeetHaveNoCopyInCommon(
            @ForAll("labels") String a,
            @ForAll("labels") String b,
            @ForAll("labels") String c,
            @ForAll("labels") String d,
            @ForAll @Size(max = 30) List<@From("labels") String> copies) {
        var one = KeyRange.of(new CallRange(0, a, b));
        var other = KeyRange.of(new CallRange(0, c, d));
        if (one.isEmpty() || other.isEmpty()) return;
        var both = copies.stream()
                .map(ShelvingTest::key)
                .filter(key -> one.get().holds(0, key) && other.get().holds(0, key))
                .toList();
        if (!one.get().meets(other.get())) assertThat(both).isEmpty();
        assertThat(one.get().meets(other.get())).isEqualTo(other.get().meets(one.get()));
    }

    private static List<String> inOrder(List<String> labels) {
        return labels.stream()
                .sorted(Comparator.comparing(ShelvingTest::key))
                .distinct()
                .toList();
    }

    @Provide
    Arbitrary<String> labels() {
        var section =
                Arbitraries.of("E", "FIC", "GN", "B", "SP FIC", "REF 423", "599", "599.5", "641.5945", "PZ7 .R79");
        return Combinators.combine(section, letters()).as((start, name) -> start + " " + name);
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(4);
    }

    private static PlanPart row(long id, CallRange... ranges) {
        return new PlanPart(id, PlanPart.Kind.ROW, "Row " + id, new GridBox(1, 1, 1, 1), List.of(ranges), 0);
    }

    private static String key(String label) {
        return ShelfKey.of(CallNumberText.split(label));
    }
}

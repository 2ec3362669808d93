package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrdinalCountsTest {
    /** So many that they are an array from the start, so many that they become one, so many that they do not. */
    private static final List<Integer> ORDINALS = List.of(1000, 6000, 1_000_000);

    @Property(tries = 200)
    void countsAsAMapWouldHoweverManyThereAre(
            @ForAll @Size(max = 900) List<@IntRange(max = 999) Integer> ordinals, @ForAll @IntRange(max = 2) int size) {
        var counts = counts(ordinals, ORDINALS.get(size));
        var right = right(ordinals);
        for (var ordinal = 0; ordinal < 1000; ordinal++)
            assertThat(counts.of(ordinal))
                    .isEqualTo(right.getOrDefault(ordinal, 0L).intValue());
        assertThat(counts.most(0, 1000, 5000)).hasSize(right.size()).doesNotHaveDuplicates();
    }

    @Property(tries = 200)
    void theMostFrequentOfAFieldAreTakenAndOfEqualOnesTheFirst(
            @ForAll @Size(max = 900) List<@IntRange(max = 400) Integer> ordinals,
            @ForAll @IntRange(max = 2) int size,
            @ForAll @IntRange(max = 200) int from,
            @ForAll @IntRange(max = 10) int limit) {
        var to = from + 150;
        var right = right(ordinals).entrySet().stream()
                .filter(entry -> entry.getKey() >= from && entry.getKey() < to)
                .sorted(Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
        var most = counts(ordinals, ORDINALS.get(size)).most(from, to, limit);
        assertThat(IntStream.range(0, most.length)
                        .mapToObj(i -> most[most.length - 1 - i])
                        .toList())
                .isEqualTo(right);
    }

    @Property(tries = 200)
    void eachValueIsSeenOnceWithEachWork(
            @ForAll @Size(max = 900) List<@IntRange(max = 40) Integer> ordinals, @ForAll @IntRange(max = 41) int few) {
        var seen = new SeenOnce(50, few);
        var right = new HashSet<String>();
        for (var i = 0; i < ordinals.size(); i++) {
            var work = 1 + i * 7 % 50;
            assertThat(seen.add(ordinals.get(i), work)).isEqualTo(right.add(ordinals.get(i) + " " + work));
        }
    }

    private static Map<Integer, Long> right(List<Integer> ordinals) {
        return ordinals.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static OrdinalCounts counts(List<Integer> each, int ordinals) {
        var counts = new OrdinalCounts(ordinals);
        each.forEach(ordinal -> counts.add(ordinal, 1));
        return counts;
    }
}

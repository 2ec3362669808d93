package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ValueCountsTest {
    @Property
    void countsAsAMapWould(@ForAll @Size(max = 500) List<@LongRange(min = 1, max = 300) Long> values) {
        var counts = counts(values);
        var right = values.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        right.forEach((value, count) -> assertThat(counts.of(value)).isEqualTo(count.intValue()));
        assertThat(counts.most(1000)).hasSize(right.size()).doesNotHaveDuplicates();
        assertThat(counts.of(301)).isZero();
    }

    @Property
    void theMostFrequentAreTaken(@ForAll @Size(min = 1, max = 300) List<@LongRange(min = 1, max = 90) Long> values) {
        var counts = counts(values);
        var right = values.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var best = right.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(5)
                .toList();
        assertThat(Arrays.stream(counts.most(5)).mapToObj(counts::of).sorted(Comparator.reverseOrder()))
                .extracting(Integer::longValue)
                .isEqualTo(best);
    }

    @Property
    void eachValueIsSeenOnceWithEachWork(
            @ForAll @Size(max = 600) List<@LongRange(min = 1, max = 40) Long> values, @ForAll boolean few) {
        var seen = new SeenOnce(50, few);
        var right = new HashSet<String>();
        for (var i = 0; i < values.size(); i++) {
            var work = 1 + i * 7 % 50;
            assertThat(seen.add(values.get(i), work)).isEqualTo(right.add(values.get(i) + " " + work));
        }
    }

    private static ValueCounts counts(List<Long> values) {
        var counts = new ValueCounts();
        values.forEach(value -> counts.add(value, 1));
        return counts;
    }
}

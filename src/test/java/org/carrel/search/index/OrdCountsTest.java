package org.carrel.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OrdCountsTest {
    @Property
    void countsAsAMapWould(@ForAll @Size(max = 500) List<@IntRange(max = Integer.MAX_VALUE - 1) Integer> ords) {
        counts(ords, OrdCounts.below(Integer.MAX_VALUE));
    }

    @Property
    void aPlaceForEveryNumberCountsTheSame(@ForAll @Size(max = 500) List<@IntRange(max = 99) Integer> ords) {
        counts(ords, OrdCounts.below(100));
    }

    private static void counts(List<Integer> ords, OrdCounts counts) {
        ords.forEach(ord -> counts.add(ord, 1));
        var right = ords.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        right.forEach((ord, count) -> assertThat(counts.of(ord)).isEqualTo(count.intValue()));
        assertThat(counts.most(1000)).hasSize(right.size());
    }

    @Property
    void theMostFrequentAreTaken(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 90) Integer> ords, @ForAll boolean few) {
        var counts = OrdCounts.below(few ? 91 : Integer.MAX_VALUE);
        ords.forEach(ord -> counts.add(ord, 1));
        var right = ords.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var best = right.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(5)
                .toList();
        assertThat(Arrays.stream(counts.most(5)).mapToObj(counts::of).sorted(Comparator.reverseOrder()))
                .extracting(Integer::longValue)
                .isEqualTo(best);
    }
}

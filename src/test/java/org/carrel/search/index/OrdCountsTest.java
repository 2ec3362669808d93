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
        var counts = new OrdCounts();
        ords.forEach(ord -> counts.add(ord, 1));
        var right = ords.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        right.forEach((ord, count) -> assertThat(counts.of(ord)).isEqualTo(count.intValue()));
        assertThat(counts.most(Integer.MAX_VALUE)).hasSize(right.size());
    }

    @Property
    void theMostFrequentAreTaken(@ForAll @Size(min = 1, max = 300) List<@IntRange(max = 90) Integer> ords) {
        var counts = new OrdCounts();
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

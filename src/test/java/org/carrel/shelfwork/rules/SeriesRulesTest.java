package org.carrel.shelfwork.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.carrel.shelfwork.SeriesGap;
import org.carrel.shelfwork.rules.SeriesRules.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which volumes of a series are missing. */
class SeriesRulesTest {
    private static List<Volume> volumes(String series, String numbers, int uses) {
        var volumes = new ArrayList<Volume>();
        for (var number : numbers.split(" "))
            volumes.add(
                    new Volume(volumes.size() + 1L, series, "Osborne, Mary Pope", Double.parseDouble(number), 1, uses));
        return volumes;
    }

    @ParameterizedTest(name = "{0} lacks {1}")
    @CsvSource(textBlock = """
            1 2 4,    3
            2 4,      1 3
            1 2 3,    ''
            # by value, not as text
            1 2 10,   3 4 5 6 7 8 9
            # what stands between counts for itself alone
            1 2.5 4,  2 3
            1 1.5 2,  ''
            0 1 3,    2
            # years and numbers of publishers are no gaps
            1 2 40,   ''
            2015 2019, 2016 2017 2018
            # a single number says nothing: it may be a level
            7,        ''
            3 3 3,    ''
            """)
    void betweenTheFirstAndTheLast(String numbers, String missing) {
        var gaps = SeriesRules.gaps(volumes("Magic tree house", numbers, 0));
        var expected = missing.isEmpty()
                ? List.of()
                : Arrays.stream(missing.split(" ")).map(Integer::valueOf).toList();
        assertThat(gaps.stream().flatMap(gap -> gap.missing().stream()).toList())
                .isEqualTo(expected);
    }

    @Test
    void recordsThatWriteTheSeriesInAnotherWayAreOfOne() {
        var volumes = new ArrayList<>(volumes("The Magic Tree House", "1 2", 0));
        volumes.add(new Volume(9, "Magic tree house!", "", 4, 1, 0));
        volumes.add(new Volume(10, "Magic tree house", "", 3, 1, 0));
        assertThat(SeriesRules.gaps(volumes)).isEmpty();
    }

    @Test
    void aVolumeOfWhichEveryCopyIsLostIsMissing() {
        var volumes = new ArrayList<>(volumes("Wonder", "1 2 4", 0));
        volumes.add(new Volume(9, "Wonder", "", 3, 0, 5));
        assertThat(SeriesRules.gaps(volumes)).extracting(SeriesGap::missing).containsExactly(List.of(3));
    }

    @Test
    void thoseThatAreUsedMostComeFirstAndARecordCountsOnce() {
        var volumes = new ArrayList<Volume>();
        volumes.addAll(volumes("Quiet", "1 3", 1));
        volumes.addAll(volumes("Loud", "1 3", 9));
        // printed and traced
        volumes.addAll(volumes("Loud", "1 3", 9));
        var gaps = SeriesRules.gaps(volumes);
        assertThat(gaps).extracting(SeriesGap::name).containsExactly("Loud", "Quiet");
        assertThat(gaps.getFirst().copies()).isEqualTo(2);
        assertThat(gaps.getFirst().demand()).isEqualTo(900);
    }
}

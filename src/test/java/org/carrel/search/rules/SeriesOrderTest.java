package org.carrel.search.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.carrel.search.rules.SeriesOrder.Place;
import org.carrel.search.rules.SeriesOrder.Volume;
import org.junit.jupiter.api.Test;

class SeriesOrderTest {
    @Test
    void volumesStandInTheOrderOfTheirNumbersWithGapsShown() {
        var places = SeriesOrder.of(List.of(new Volume(7, 4.0), new Volume(8, 1.0), new Volume(9, 2.5)));
        assertThat(places)
                .containsExactly(
                        new Place(1.0, List.of(8L)),
                        new Place(2.0, List.of()),
                        new Place(2.5, List.of(9L)),
                        new Place(3.0, List.of()),
                        new Place(4.0, List.of(7L)));
    }

    @Test
    void twoEditionsOfOneNumberStandTogetherAndThoseWithoutNumberLast() {
        var places = SeriesOrder.of(List.of(new Volume(3, null), new Volume(2, 1.0), new Volume(1, 1.0)));
        assertThat(places).containsExactly(new Place(1.0, List.of(1L, 2L)), new Place(null, List.of(3L)));
    }

    @Test
    void aYearIsNoGapOfTwoThousandVolumes() {
        assertThat(SeriesOrder.of(List.of(new Volume(1, 2019.0)))).hasSize(1);
    }

    @Property
    void noVolumeIsLostAndNoneStandsTwice(
            @ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 60) Double> numbers) {
        var volumes = new ArrayList<Volume>();
        for (var number : numbers) volumes.add(new Volume(volumes.size() + 1, Math.rint(number * 2) / 2));
        var places = SeriesOrder.of(volumes);
        assertThat(places.stream().flatMap(place -> place.ids().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        volumes.stream().map(Volume::id).toList());
        assertThat(places.stream().map(Place::number).toList())
                .doesNotHaveDuplicates()
                .isSorted();
    }
}

package org.carrel.devices.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TagNumbersTest {
    @Test
    void tagsAreCountedOnAsWideAsTheyAre() { // B76
        var tag = Optional.of("000001");
        for (var at = 1; at < 10; at++) tag = tag.flatMap(TagNumbers::next);
        assertThat(tag).contains("000010");
        assertThat(TagNumbers.next("CB-000999")).contains("CB-001000");
        assertThat(TagNumbers.next("CB-999")).contains("CB-1000");
        assertThat(TagNumbers.next("12-A 007")).contains("12-A 008");
        assertThat(TagNumbers.next("CART")).isEmpty();
        assertThat(TagNumbers.next("")).isEmpty();
    }

    @Property
    void theNextIsOneMore(@ForAll @IntRange(min = 0, max = 2_000_000_000) int number) {
        var next = TagNumbers.next("%09d".formatted(number)).orElseThrow();
        assertThat(Long.parseLong(next)).isEqualTo(number + 1L);
        assertThat(next.length()).isGreaterThanOrEqualTo(9);
    }
}

package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.FieldChange;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.junit.jupiter.api.Test;

class RecordDifferencesTest {
    private static final String LEADER = "00000nam a2200000 i 4500";

    @Property
    void order_alone_is_no_difference(
            @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> values, @ForAll long seed) {
        var shuffled = new ArrayList<>(fields(values));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(RecordDifferences.of(new MarcRecord(LEADER, fields(values)), new MarcRecord(LEADER, shuffled)))
                .isEmpty();
    }

    @Property
    void taking_the_changes_out_and_in_gives_the_other_record(
            @ForAll @Size(max = 10) List<@IntRange(max = 5) Integer> one,
            @ForAll @Size(max = 10) List<@IntRange(max = 5) Integer> other) {
        var result = new ArrayList<>(fields(one));
        for (var change :
                RecordDifferences.of(new MarcRecord(LEADER, fields(one)), new MarcRecord(LEADER, fields(other)))) {
            change.before().ifPresent(field -> assertThat(result.remove(field)).isTrue());
            change.after().ifPresent(result::add);
        }
        assertThat(result).containsExactlyInAnyOrderElementsOf(fields(other));
    }

    @Test
    void the_leader_counts() {
        var changes = RecordDifferences.of(
                new MarcRecord(LEADER, List.of()), new MarcRecord("00000cam a2200000 i 4500", List.of()));
        assertThat(changes).singleElement().extracting(FieldChange::tag).isEqualTo("LDR");
    }

    /** Two tags, so that some fields pair and some do not. */
    private static List<MarcField> fields(List<Integer> values) {
        return values.stream()
                .<MarcField>map(value -> new ControlField(value % 2 == 0 ? "005" : "009", "value " + value))
                .toList();
    }
}

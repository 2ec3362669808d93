package org.carrel.catalog.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.carrel.catalog.exports.RecordComparison.Difference;
import org.junit.jupiter.api.Test;

/** Whatever is other in a record is found, and nothing else. */
class RecordComparisonTest {
    private static final String LEADER = "00000nam a2200000 i 4500";

    @Test
    void aChangedFieldIsOneDifferenceWithBothTexts() {
        var was = record(new ControlField("001", "x1"), data("245", "A title"), data("650", "Dogs"));
        var is = record(new ControlField("001", "x1"), data("245", "Another"), data("650", "Dogs"));
        assertThat(RecordComparison.differences(was, is))
                .containsExactly(new Difference("245", "10 $aA title", "10 $aAnother"));
    }

    @Test
    void indicatorsEmptySubfieldsAndTheLeaderCount() {
        var was = record(new DataField("500", ' ', ' ', List.of(new Subfield('a', ""), new Subfield('a', "x"))));
        var is = new MarcRecord(
                LEADER.replace('n', 'c'), List.of(new DataField("500", '1', ' ', List.of(new Subfield('a', "x")))));
        assertThat(RecordComparison.differences(was, is))
                .extracting(Difference::tag, Difference::was, Difference::is)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("leader", LEADER, LEADER.replace('n', 'c')),
                        org.assertj.core.groups.Tuple.tuple("500", "## $a$ax", "1# $ax"));
    }

    @Test
    void aFieldThatMovedIsGoneHereAndNewThere() {
        var was = record(data("650", "Cats"), data("650", "Dogs"), data("650", "Eels"));
        var is = record(data("650", "Dogs"), data("650", "Eels"), data("650", "Cats"));
        assertThat(RecordComparison.differences(was, is))
                .containsExactly(new Difference("650", "10 $aCats", ""), new Difference("650", "", "10 $aCats"));
    }

    @Property(tries = 300)
    void noDifferenceMeansEqualAndEqualMeansNoDifference(
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> was,
            @ForAll @Size(max = 8) List<@IntRange(max = 3) Integer> is) {
        var before = fields(was);
        var after = fields(is);
        assertThat(RecordComparison.differences(before, after).isEmpty()).isEqualTo(before.equals(after));
    }

    private static MarcRecord fields(List<Integer> numbers) {
        var fields = new ArrayList<MarcField>();
        numbers.forEach(number -> fields.add(data("65" + number % 2, "Subject " + number)));
        return new MarcRecord(LEADER, fields);
    }

    private static MarcRecord record(MarcField... fields) {
        return new MarcRecord(LEADER, List.of(fields));
    }

    private static DataField data(String tag, String text) {
        return new DataField(tag, '1', '0', List.of(new Subfield('a', text)));
    }
}

package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.EditConflict;
import org.carrel.catalog.EditConflict.Choice;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;

class EditMergeTest {
    private static final String LEADER = "00000nam a2200000 i 4500";

    private static DataField field(String tag, String text) {
        return new DataField(tag, ' ', ' ', List.of(new Subfield('a', text)));
    }

    private static MarcRecord record(MarcField... fields) {
        return new MarcRecord(LEADER, List.of(fields));
    }

    private static final MarcRecord BASE = record(
            new ControlField("001", "1"),
            field("100", "Rowling"),
            field("245", "Harry Poter"),
            field("650", "Magic"),
            field("650", "Schools"));

    @Test
    void twoWhoTouchDifferentFieldsBothGetTheirs() {
        var theirs = record(
                new ControlField("001", "1"),
                field("100", "Rowling, J. K."),
                field("245", "Harry Poter"),
                field("650", "Magic"),
                field("650", "Schools"));
        var mine = record(
                new ControlField("001", "1"),
                field("100", "Rowling"),
                field("245", "Harry Potter"),
                field("520", "A boy"),
                field("650", "Magic"));
        var merged = EditMerge.of(BASE, theirs, mine, Map.of());
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.record())
                .isEqualTo(record(
                        new ControlField("001", "1"),
                        field("100", "Rowling, J. K."),
                        field("245", "Harry Potter"),
                        field("520", "A boy"),
                        field("650", "Magic")));
    }

    @Test
    void twoWhoAddSubjectsAtOnePlaceBothGetTheirs() {
        var theirs = with(BASE, 5, field("650", "Wizards"));
        var mine = with(with(BASE, 5, field("650", "Wizards")), 6, field("650", "Owls"));
        var merged = EditMerge.of(BASE, theirs, mine, Map.of());
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.record()).isEqualTo(mine);
    }

    @Test
    void twoWhoTouchOneFieldAreAsked() {
        var theirs = without(BASE, 2, field("245", "Harry Potter"));
        var mine = without(BASE, 2, field("245", "Harry Potter and the stone"));
        var merged = EditMerge.of(BASE, theirs, mine, Map.of());
        assertThat(merged.conflicts())
                .containsExactly(new EditConflict(
                        Optional.of(field("245", "Harry Poter")),
                        Optional.of(field("245", "Harry Potter")),
                        Optional.of(field("245", "Harry Potter and the stone"))));
        assertThat(merged.record()).isEqualTo(theirs);
        assertThat(EditMerge.of(BASE, theirs, mine, Map.of(0, Choice.MINE)).record())
                .isEqualTo(mine);
    }

    @Test
    void whatARecordHasOnceIsNotTwiceAfterwards() {
        var base = record(field("245", "A"), field("300", "B"));
        var theirs = record(field("100", "One"), field("245", "A"), field("300", "B"));
        var mine = record(field("100", "Two"), field("245", "A"), field("300", "B"));
        var merged = EditMerge.of(base, theirs, mine, Map.of(0, Choice.MINE));
        assertThat(merged.conflicts()).hasSize(1);
        assertThat(merged.record()).isEqualTo(mine);
    }

    @Test
    void theDateOfTheLatestTransactionIsInNobodysWay() {
        var base = record(new ControlField("005", "1"), field("245", "A"));
        var theirs = record(new ControlField("005", "2"), field("245", "B"));
        var mine = record(new ControlField("005", "3"), field("245", "A"), field("500", "C"));
        var merged = EditMerge.of(base, theirs, mine, Map.of());
        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.record())
                .isEqualTo(record(new ControlField("005", "2"), field("245", "B"), field("500", "C")));
    }

    private static MarcRecord with(MarcRecord record, int at, MarcField field) {
        var fields = new ArrayList<MarcField>(record.fields());
        fields.add(at, field);
        return new MarcRecord(record.leader(), fields);
    }

    private static MarcRecord without(MarcRecord record, int at, MarcField... instead) {
        var fields = new ArrayList<MarcField>(record.fields());
        fields.remove(at);
        fields.addAll(at, List.of(instead));
        return new MarcRecord(record.leader(), fields);
    }

    private record Step(int kind, int at, DataField field) {}

    private static MarcRecord after(MarcRecord base, List<Step> steps) {
        var record = base;
        for (var step : steps) {
            var size = record.fields().size();
            if (step.kind() == 0 || size == 0) record = with(record, step.at() % (size + 1), step.field());
            else if (step.kind() == 1) record = without(record, step.at() % size);
            else record = without(record, step.at() % size, step.field());
        }
        return record;
    }

    @Provide
    static Arbitrary<DataField> fields() {
        return Combinators.combine(
                        Arbitraries.of("100", "245", "500", "650", "655", "900"),
                        Arbitraries.of("a", "b", "c", "d", "e"))
                .as(EditMergeTest::field);
    }

    @Provide
    static Arbitrary<MarcRecord> records() {
        return fields().list().ofMaxSize(12).map(fields -> new MarcRecord(LEADER, fields));
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 40),
                        fields())
                .as(Step::new)
                .list()
                .ofMaxSize(5);
    }

    @Property
    void whoIsAloneGetsTheirs(@ForAll("records") MarcRecord base, @ForAll("steps") List<Step> steps) {
        var changed = after(base, steps);
        assertThat(EditMerge.of(base, changed, base, Map.of()).record()).isEqualTo(changed);
        assertThat(EditMerge.of(base, base, changed, Map.of()).record()).isEqualTo(changed);
        assertThat(EditMerge.of(base, changed, changed, Map.of()).record()).isEqualTo(changed);
        assertThat(EditMerge.of(base, changed, changed, Map.of()).conflicts()).isEmpty();
    }

    /** Two editors lose nothing: what either put in is there, or stands in a conflict; and nobody else's field goes. */
    @Property
    void nothingIsLost(
            @ForAll("records") MarcRecord base, @ForAll("steps") List<Step> some, @ForAll("steps") List<Step> others) {
        var theirs = after(base, some);
        var mine = after(base, others);
        var merged = EditMerge.of(base, theirs, mine, Map.of());
        var result = merged.record().fields();
        for (var field : mine.fields()) {
            if (base.fields().contains(field)) continue;
            var asked = merged.conflicts().stream()
                    .anyMatch(conflict -> conflict.mine().equals(Optional.of(field)));
            assertThat(asked || result.contains(field)).as("%s", field).isTrue();
        }
        for (var field : theirs.fields())
            if (!base.fields().contains(field)) assertThat(result).contains(field);
        for (var field : base.fields())
            if (count(theirs, field) >= count(base, field) && count(mine, field) >= count(base, field))
                assertThat(result).contains(field);
        for (var field : result)
            assertThat(theirs.fields().contains(field) || mine.fields().contains(field))
                    .isTrue();
    }

    private static long count(MarcRecord record, MarcField field) {
        return record.fields().stream().filter(field::equals).count();
    }
}

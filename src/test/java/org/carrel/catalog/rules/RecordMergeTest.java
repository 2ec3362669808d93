package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordMergeTest {
    private static final String LEADER = "00000nam a2200000 i 4500";

    @Test
    void anOverlayTakesTheirTextAndKeepsOurLocalFields() {
        var merged = RecordMerge.overlay(record("001a", "245Old", "500Old note", "590Gift"), record("001a", "245New"));
        assertThat(texts(merged)).containsExactly("001a", "245New", "590Gift");
    }

    @Test
    void anOverlayDoesNotDoubleALocalFieldTheyHaveToo() {
        var merged = RecordMerge.overlay(record("245Old", "590Gift"), record("245New", "590Gift", "590Other"));
        assertThat(texts(merged)).containsExactly("245New", "590Gift", "590Other");
    }

    @Test
    void joiningPartsLosesNothingAndKeepsTheFirstTitle() {
        var merged =
                RecordMerge.join(record("001a", "245One", "650Dogs"), record("001b", "245Two", "650Cats", "650Dogs"));
        assertThat(texts(merged)).containsExactly("001a", "245One", "650Dogs", "650Cats");
    }

    @Test
    void theRecordThatStaysKeepsItsTextAndGetsWhatTheSchoolWroteInTheOther() {
        var keep = record("001a", "245One", "500Ours", "590Gift");
        var away = record("001b", "020978", "245Two", "500Theirs", "521Ages 8-10", "590Signed", "650Dogs");
        assertThat(texts(RecordMerge.absorb(keep, away)))
                .containsExactly("001a", "020978", "245One", "500Ours", "521Ages 8-10", "590Gift", "590Signed");
        assertThat(RecordMerge.absorb(keep, keep)).isEqualTo(keep);
    }

    @Test
    void joiningWithItselfChangesNothing() {
        var record = record("001a", "245One", "650Dogs", "650Dogs");
        assertThat(RecordMerge.join(record, record)).isEqualTo(record);
    }

    @ParameterizedTest(name = "{0} is local: {1}")
    @CsvSource(textBlock = """
            # what a school adds itself
            521, true
            526, true
            590, true
            658, true
            690, true
            799, true
            856, true
            900, true
            949, true
            ISB, true
            # what a cataloger elsewhere knows better
            245, false
            520, false
            650, false
            700, false
            940, false
            """)
    void localFields(String tag, boolean local) {
        assertThat(RecordMerge.isLocal(tag)).isEqualTo(local);
    }

    private static MarcRecord record(String... fields) {
        return new MarcRecord(
                LEADER, Arrays.stream(fields).map(RecordMergeTest::field).toList());
    }

    private static MarcField field(String text) {
        var tag = text.substring(0, 3);
        var data = text.substring(3);
        if (tag.startsWith("00")) return new ControlField(tag, data);
        return new DataField(tag, ' ', ' ', List.of(new Subfield('a', data)));
    }

    private static List<String> texts(MarcRecord record) {
        return record.fields().stream()
                .map(field -> switch (field) {
                    case ControlField control -> control.tag() + control.data();
                    case DataField data -> data.tag() + data.first('a').orElse("");
                })
                .toList();
    }
}

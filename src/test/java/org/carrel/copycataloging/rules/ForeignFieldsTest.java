package org.carrel.copycataloging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;

class ForeignFieldsTest {
    private static MarcField field(String tag) {
        return tag.startsWith("00")
                ? new ControlField(tag, "x")
                : new DataField(tag, ' ', ' ', List.of(new Subfield('a', "x")));
    }

    @Test
    void copiesAndNotesOfOthersStayWithThem() {
        var all = Stream.of(
                        "001", "020", "049", "082", "245", "520", "590", "650", "690", "852", "856", "876", "880",
                        "906", "952")
                .map(ForeignFieldsTest::field)
                .toList();
        var kept = ForeignFields.without(new MarcRecord("00000nam a2200000 i 4500", all));
        assertThat(kept.fields())
                .extracting(MarcField::tag)
                .containsExactly("001", "020", "082", "245", "520", "650", "690", "856", "880");
    }
}

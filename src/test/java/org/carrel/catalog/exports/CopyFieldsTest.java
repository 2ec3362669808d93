package org.carrel.catalog.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.ExportRequest;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.rules.CopyMapping;
import org.carrel.catalog.rules.CopyPreset;
import org.junit.jupiter.api.Test;

/** Copies leave in the field that the next system reads, and our own reader finds in it what was written. */
class CopyFieldsTest {
    @Test
    void asImportedTouchesNothing() {
        var record = CopyFields.write(Copies.TITLE, List.of(Copies.GOOD), ExportRequest.Copies.AS_IMPORTED);
        assertThat(record).isSameAs(Copies.TITLE);
    }

    @Test
    void copiesStandInThePlaceOfTheOldOnes() {
        var in852 = CopyFields.write(Copies.TITLE, List.of(Copies.GOOD, Copies.LOST), ExportRequest.Copies.IN_852);
        assertThat(in852.fields())
                .extracting(MarcField::tag)
                .containsExactly("001", "008", "020", "100", "245", "852", "852", "900");
        var in952 = CopyFields.write(Copies.TITLE, List.of(Copies.GOOD), ExportRequest.Copies.IN_952);
        assertThat(in952.fields())
                .extracting(MarcField::tag)
                .containsExactly("001", "008", "020", "100", "245", "900", "952");
    }

    @Test
    void inThe852OurReaderFindsTheCopyAgain() {
        var copy = read(ExportRequest.Copies.IN_852, CopyPreset.K12_852);
        assertThat(copy.fund()).isEqualTo("Title I");
        assertThat(copy.callNumber()).isEqualTo(new CallNumber("J", "FIC", "PIL", ""));
    }

    @Test
    void inThe952OurReaderFindsTheCopyAgain() {
        var copy = read(ExportRequest.Copies.IN_952, CopyPreset.KOHA_952);
        assertThat(copy.callNumber().text()).isEqualTo("J FIC PIL");
        assertThat(copy.notForLoan()).isFalse();
    }

    @Test
    void aLostCopySaysSo() {
        var in852 = CopyFields.write(Copies.TITLE, List.of(Copies.LOST), ExportRequest.Copies.IN_852);
        assertThat(in852.data("852").flatMap(field -> field.all('q'))).containsExactly("lost");
        var in952 = CopyFields.write(Copies.TITLE, List.of(Copies.LOST), ExportRequest.Copies.IN_952);
        assertThat(in952.data("952").flatMap(field -> field.all('1'))).containsExactly("1");
    }

    @Test
    void aFieldOfAnotherKindWithTheSameTagIsReplacedTooAndOtherUsesStay() {
        var fields = new ArrayList<MarcField>(Copies.TITLE.fields());
        fields.add(Copies.data("949", "anot a copy"));
        var record =
                CopyFields.write(new MarcRecord(Copies.TITLE.leader(), fields), List.of(), ExportRequest.Copies.IN_952);
        assertThat(record.fields()).extracting(MarcField::tag).contains("949").doesNotContain("852", "952");
    }

    private static org.carrel.catalog.CopyStatement read(ExportRequest.Copies how, CopyPreset preset) {
        var record = CopyFields.write(Copies.TITLE, List.of(Copies.GOOD), how);
        assertThat(CopyPreset.detect(record)).contains(preset);
        var copy = CopyMapping.copies(record, preset).getFirst();
        assertThat(copy.barcode()).isEqualTo("B1");
        assertThat(copy.site()).isEqualTo("NS");
        assertThat(copy.location()).isEqualTo("SHELF");
        assertThat(copy.itemType()).isEqualTo("BK");
        assertThat(copy.copyNumber()).isEqualTo("1");
        assertThat(copy.volume()).isEqualTo("2");
        assertThat(copy.priceCents()).isEqualTo(1250);
        assertThat(copy.acquired()).isEqualTo(Copies.GOOD.acquired());
        assertThat(copy.vendor()).isEqualTo("Vendor");
        assertThat(copy.notes()).contains("two lines");
        assertThat(copy.findings()).isEmpty();
        return copy;
    }
}

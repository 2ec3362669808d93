package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopyMap.Part;
import org.carrel.catalog.CopyMap.PriceForm;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.Finding;
import org.junit.jupiter.api.Test;

class MappedCopyTest {
    private static final Map<Part, String> CODES = Map.ofEntries(
            Map.entry(Part.SITE, "lm"),
            Map.entry(Part.LOCATION, "s"),
            Map.entry(Part.ITEM_TYPE, "t"),
            Map.entry(Part.CALL_PREFIX, "e"),
            Map.entry(Part.CALL_CLASS, "a"),
            Map.entry(Part.CALL_CUTTER, "b"),
            Map.entry(Part.CALL_SUFFIX, "c"),
            Map.entry(Part.BARCODE, "i"),
            Map.entry(Part.COPY_NUMBER, "g"),
            Map.entry(Part.VOLUME, "v"),
            Map.entry(Part.PRICE, "p"),
            Map.entry(Part.DATE_ACQUIRED, "z"),
            Map.entry(Part.VENDOR, "d"),
            Map.entry(Part.FUND, "f"),
            Map.entry(Part.NOTE, "nx"));

    @Test
    void everyPartIsReadFromItsSubfield() {
        var copy = read(
                PriceForm.CENTS,
                "945 ##$lLMC$sFICTION$tBOOK$eSP$aFIC$bROW$cv. 2$i1001$g2$vv. 2$p1250$z2024-08-02$dVendor$fTITLE I"
                        + "$nA note$xAnother");
        assertThat(copy.site()).isEqualTo("LMC");
        assertThat(copy.location()).isEqualTo("FICTION");
        assertThat(copy.itemType()).isEqualTo("BOOK");
        assertThat(copy.callNumber()).isEqualTo(new CallNumber("SP", "FIC", "ROW", "v. 2"));
        assertThat(copy.barcode()).isEqualTo("1001");
        assertThat(copy.copyNumber()).isEqualTo("2");
        assertThat(copy.volume()).isEqualTo("v. 2");
        assertThat(copy.priceCents()).isEqualTo(1250);
        assertThat(copy.acquired()).isEqualTo(LocalDate.of(2024, 8, 2));
        assertThat(copy.vendor()).isEqualTo("Vendor");
        assertThat(copy.fund()).isEqualTo("TITLE I");
        assertThat(copy.notes()).containsExactly("A note", "Another");
        assertThat(copy.findings()).isEmpty();
    }

    @Test
    void theFirstOfSeveralCodesThatHasTextCounts() {
        assertThat(read(PriceForm.CENTS, "945 ##$m B $l $i1").site()).isEqualTo("B");
        assertThat(read(PriceForm.CENTS, "945 ##$mB$lA$i1").site()).isEqualTo("A");
    }

    @Test
    void aPriceWithoutPointIsWhatTheVendorMeans() {
        assertThat(read(PriceForm.CENTS, "945 ##$p85$i1").priceCents()).isEqualTo(85);
        assertThat(read(PriceForm.WHOLE, "945 ##$p85$i1").priceCents()).isEqualTo(8500);
        assertThat(read(PriceForm.WHOLE, "945 ##$p8.5$i1").priceCents()).isEqualTo(850);
    }

    @Test
    void aWholeLabelIsTakenApart() {
        assertThat(read(PriceForm.CENTS, "945 ##$aSP FIC ROW v.2$i1").callNumber())
                .isEqualTo(new CallNumber("SP", "FIC", "ROW", "v.2"));
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlace() {
        assertThat(read(PriceForm.CENTS, "945 ##$aFIC$pfree$zsoon").findings())
                .extracting(Finding::problem, Finding::place)
                .containsExactlyInAnyOrder(
                        tuple(MappingProblem.BARCODE_MISSING, "945[1]$i"),
                        tuple(MappingProblem.PRICE_UNREADABLE, "945[1]$p"),
                        tuple(MappingProblem.DATE_UNREADABLE, "945[1]$z"));
    }

    @Test
    void aMapWithoutBarcodeDoesNotMissOne() {
        var map = new CopyMap("945", Map.of(Part.CALL_CLASS, "a"), PriceForm.CENTS);
        var copy = CopyMapping.copies(Marc.book("945 ##$aFIC$i1001"), map).getFirst();
        assertThat(copy.barcode()).isEmpty();
        assertThat(copy.findings()).isEmpty();
    }

    private static CopyStatement read(PriceForm price, String field) {
        return CopyMapping.copies(Marc.book(field), new CopyMap("945", CODES, price))
                .getFirst();
    }
}

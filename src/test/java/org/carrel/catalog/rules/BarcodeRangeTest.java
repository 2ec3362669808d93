package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.carrel.catalog.BarcodeRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarcodeRangeTest {
    @ParameterizedTest(name = "{2} behind {0} is {4}")
    @CsvSource(textBlock = """
            # zeros before it
            LMC, 5, 12, false, LMC00012
            '', 3, 999, false, 999
            # B76: as wide as the first of them, to the tenth and beyond
            '', 6, 1, false, 000001
            '', 6, 10, false, 000010
            '', 6, 999999, false, 999999
            # 14 digits with check digit, as library labels have it
            39999, 8, 1385, true, 39999000013852
            # the example of ISO/IEC 7812-1 in every book
            799, 7, 2739871, true, 79927398713
            # letters do not count
            T, 4, 1, true, T00018
            T18, 4, 1, true, T1800010
            """)
    void aNumberIsABarcode(String prefix, int digits, long number, boolean check, String barcode) {
        assertThat(new BarcodeRange(prefix, digits, 0, check).barcode(number)).isEqualTo(barcode);
    }

    @Property
    void theNumberIsFoundInItsBarcode(
            @ForAll @IntRange(min = 1, max = 15) int digits,
            @ForAll @LongRange(max = 999_999) long number,
            @ForAll boolean check) {
        var range = new BarcodeRange("P", digits, 0, check);
        if (number > range.last()) return;
        assertThat(range.number(range.barcode(number))).hasValue(number);
    }

    @ParameterizedTest(name = "“{0}”")
    @CsvSource({"LMC00099", "LMC0010", "LMC001000", "LMX00100", "LMC0010x", "''", "LMC"})
    void otherBarcodesAreNotOfTheRange(String barcode) {
        assertThat(new BarcodeRange("LMC", 5, 100, false).number(barcode)).isEmpty();
    }
}

package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.carrel.catalog.CallNumber;
import org.junit.jupiter.api.Test;

class ShelfKeyTest {
    @Test
    void a_school_library_from_the_first_shelf_to_the_last() {
        assertInOrder(
                "E SEU",
                "E WIL",
                "E 551.21 RUB",
                "E 551.3 ABC",
                "ER LOB",
                "FIC ROW",
                "FIC ROW v. 2",
                "FIC ROW v. 10",
                "FIC ROWA",
                "GN TEL",
                "SC POE",
                "005.1 ABC",
                "005.13 ABC",
                "031.02 GUI",
                "599 ZOO",
                "599.5 SIM",
                "599.53 ABC",
                "641 ZZZ",
                "641.5 ABC",
                "641.5 SMI",
                "641.555 ABC",
                "641.5945 ABC",
                "642 ABC",
                "B LIN",
                "B LIN v. 2",
                "PZ7.B8163 Bs",
                "PZ7.R79835 Har 1998",
                "PZ7.R79835 Km",
                "PZ7.R79835 Stp",
                "PZ7.R8 Abc",
                "PZ10 .A1",
                "QA9 .B4",
                "QA76.73.J38 2004",
                "QA76.73.J39 1999",
                "QA76.9.A1",
                "YELLOW 2",
                "YELLOW 10",
                "SP E SEU",
                "SP FIC ALE",
                "SP 599.5 SIM",
                "REF 031 WOR",
                "PRO 370 ABC",
                "DVD FIC AVE");
    }

    @Test
    void lower_case_brackets_and_synonyms_make_no_difference() {
        assertThat(key("fic row"))
                .isEqualTo(key("FIC ROW"))
                .isEqualTo(key("[Fic] Row"))
                .isEqualTo(key("F ROW"));
        assertThat(key("92 LIN")).isEqualTo(key("B LIN"));
        assertThat(key("FIC GARCÍA")).isEqualTo(key("FIC GARCIA"));
        assertThat(ShelfKey.of(new CallNumber("", "5", "SIM", ""))).isEqualTo(key("005 SIM"));
        assertThat(ShelfKey.of(new CallNumber("", "641.5/945", "SMI", ""))).isEqualTo(key("641.5945 SMI"));
    }

    @Test
    void parts_in_the_wrong_subfield_make_no_difference() {
        assertThat(ShelfKey.of(new CallNumber("FIC", "", "ROW", ""))).isEqualTo(key("FIC ROW"));
        assertThat(ShelfKey.of(new CallNumber("SP FIC", "", "ALE", ""))).isEqualTo(key("SP FIC ALE"));
        assertThat(ShelfKey.of(new CallNumber("SP", "FIC ALE", "", ""))).isEqualTo(key("SP FIC ALE"));
        assertThat(ShelfKey.of(new CallNumber("", "", "FIC ROW", "v. 2"))).isEqualTo(key("FIC ROW v. 2"));
    }

    @Test
    void a_title_that_begins_with_a_digit_is_no_dewey_number() {
        assertThat(key("3D PRINT")).startsWith("09");
        assertThat(key("1998 ABC")).startsWith("09");
    }

    @Test
    void a_copy_without_call_number_comes_last() {
        assertThat(ShelfKey.of(CallNumber.NONE)).isGreaterThan(key("ZZZ 99")).isGreaterThan(key("DVD ZZZ"));
    }

    @Test
    void every_string_has_a_key_that_fits_the_column() {
        var longest = "9".repeat(500) + " 村上春樹 " + "x".repeat(500);
        var key = ShelfKey.of(new CallNumber(longest, longest, longest, longest));
        assertThat(key).hasSizeLessThanOrEqualTo(ShelfKey.MAX_LENGTH);
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(key)).isTrue();
    }

    @Property
    void any_parts_give_an_ascii_key_of_bounded_length(
            @ForAll String prefix, @ForAll String classNumber, @ForAll String cutter, @ForAll String suffix) {
        var key = ShelfKey.of(new CallNumber(prefix, classNumber, cutter, suffix));
        assertThat(key)
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(ShelfKey.MAX_LENGTH)
                .matches("[ -~]*");
    }

    @Property
    void dewey_sorts_by_value(@ForAll("dewey") String one, @ForAll("dewey") String other) {
        var byValue = new BigDecimal(one).compareTo(new BigDecimal(other));
        var byKey = Integer.signum(key(one + " ZZZ").compareTo(key(other + " ZZZ")));
        assertThat(byKey).isEqualTo(byValue);
    }

    @Property
    void within_a_class_the_cutter_decides(@ForAll("dewey") String one, @ForAll("dewey") String other) {
        if (new BigDecimal(one).compareTo(new BigDecimal(other)) < 0) {
            assertThat(key(one + " ZZZ v. 999")).isLessThan(key(other + " AAA"));
        }
    }

    @Property
    void volumes_sort_by_number(
            @ForAll @IntRange(max = 99_999_999) int one, @ForAll @IntRange(max = 99_999_999) int other) {
        var byKey = Integer.signum(key("FIC ROW v. " + one).compareTo(key("FIC ROW v. " + other)));
        assertThat(byKey).isEqualTo(Integer.compare(one, other));
    }

    @Provide
    Arbitrary<String> dewey() {
        var whole = Arbitraries.integers().between(0, 999).map(number -> String.format("%03d", number));
        var decimals =
                Arbitraries.strings().numeric().ofMaxLength(6).map(digits -> digits.isEmpty() ? "" : "." + digits);
        return Combinators.combine(whole, decimals).as((a, b) -> a + b);
    }

    private static void assertInOrder(String... labels) {
        var expected = List.of(labels);
        var sorted = new ArrayList<>(expected);
        Collections.shuffle(sorted, new Random(1));
        sorted.sort(Comparator.comparing(ShelfKeyTest::key));
        assertThat(sorted).containsExactlyElementsOf(expected);
    }

    private static String key(String label) {
        return ShelfKey.of(CallNumberText.split(label));
    }
}

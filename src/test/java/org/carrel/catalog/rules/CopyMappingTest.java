package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.carrel.catalog.CallNumber;
import org.carrel.catalog.CopyStatement;
import org.carrel.catalog.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopyMappingTest {
    @ParameterizedTest(name = "852 $9 \"{0}\" is {1} cents")
    @CsvSource(delimiter = '|', textBlock = """
            # without a point the last two digits are cents
            8500       | 8500
            99         | 99
            19 99      | 1999
            # with one
            9.07       | 907
            $1,234.5   | 123450
            $12.99     | 1299
            12,50      | 1250
            1.234,50   | 123450
            USD 8.99   | 899
            8.99 USD   | 899
            .99        | 99
            £5.95      | 595
            12.        | 1200
            $8.99 (pbk.) | 899
            # a comma that parts thousands
            1,234      | 123400
            # no price
            free       |
            -5.00      |
            n/a        |
            ''         |
            9780439708180 |
            """)
    void vendor_price(String text, Integer cents) {
        assertThat(Price.ofVendor(text)).isEqualTo(cents == null ? OptionalInt.empty() : OptionalInt.of(cents));
    }

    @ParameterizedTest(name = "952 $g \"{0}\" is {1} cents")
    @CsvSource(delimiter = '|', textBlock = """
            # a column of a database: whole units
            30         | 3000
            30.5       | 3050
            30.000000  | 3000
            """)
    void system_price(String text, int cents) {
        assertThat(Price.ofSystem(text)).hasValue(cents);
    }

    @Test
    void vendor_copy() {
        var copy = only("852 1# $aELEM$bLMC$cStacks$kSP$hFIC$iROW$mv. 2$p 30001001 $t1$99.07"
                + "$xFSC@aR@b2@b7@c20240802@e2@fSample Vendor$xFUND:Title I$xdonated$zsigned");
        assertThat(copy)
                .isEqualTo(new CopyStatement(
                        "ELEM",
                        "Stacks",
                        "R",
                        new CallNumber("SP", "FIC", "ROW", "v. 2"),
                        "30001001",
                        "1",
                        "2",
                        907,
                        LocalDate.of(2024, 8, 2),
                        "Sample Vendor",
                        "Title I",
                        List.of("2", "7"),
                        List.of("donated", "signed"),
                        false,
                        List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # several codes in one subfield, several subfields, or the fund behind them
            $xFSC@aR@b2@fA vendor              | R | 2   | A vendor | ''
            $xFSC@aR$xFSC@b2@b3                | R | 2,3 | ''       | ''
            $xFSC@aR FSC@b2                    | R | 2   | ''       | ''
            $xFSC@aR@fa@b.example FUND:Gifts   | R | ''  | a        | Gifts
            $xFSC@aR@f@ED                      | R | ''  | @ED      | ''
            $xfund: Title I                    | ''| ''  | ''       | Title I
            $x@aR                              | R | ''  | ''       | ''
            $xFSC@                             | ''| ''  | ''       | ''
            """)
    void circulation_codes(String subfields, String type, String categories, String vendor, String fund) {
        var copy = only("852 1# $p1" + subfields);
        assertThat(copy.itemType()).isEqualTo(type);
        assertThat(copy.fund()).isEqualTo(fund);
        if (!subfields.contains("example")) {
            assertThat(String.join(",", copy.categories())).isEqualTo(categories);
            assertThat(copy.vendor()).isEqualTo(vendor);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            $p1$9free              | PRICE_UNREADABLE     | 852[1]$9 | free
            $p1$9-5.00             | PRICE_UNREADABLE     | 852[1]$9 | -5.00
            $p1$xFSC@c20241350     | DATE_UNREADABLE      | 852[1]$x | 20241350
            $p123456789012345678   | BARCODE_TOO_LONG     | 852[1]$p | 123456789012345678
            $p1$p2                 | BARCODE_TWICE_IN_COPY| 852[1]$p | 2
            $aLMC                  | BARCODE_MISSING      | 852[1]$p | ''
            # a field that only names a place is a copy that needs a label
            $aNewberry$bgen        | BARCODE_MISSING      | 852[1]$p | ''
            """)
    void a_doubtful_copy_is_kept_with_a_finding(String subfields, MappingProblem problem, String place, String detail) {
        assertThat(only("852 1# " + subfields).findings()).containsExactly(new Finding(problem, place, detail));
    }

    @Test
    void a_barcode_used_twice_in_a_record_is_flagged_at_its_second_use_with_both_places() {
        var copies = copies(CopyPreset.K12_852, "852 1# $aLMC$pabc1", "852 1# $aLMC$p2", "852 1# $aELEM$pABC1 ");
        assertThat(copies.get(0).findings()).isEmpty();
        assertThat(copies.get(2).findings())
                .containsExactly(new Finding(MappingProblem.BARCODE_REPEATED, "852[3]", "ABC1 (852[1])"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a whole label in $h, or in Evergreen's $j
            $p1$hFIC TES                | FIC TES
            $p1$hML 2533 B34 C1         | ML 2533 B34 C1
            $p1$kSP$hFIC ALE$mv. 2      | SP FIC ALE v. 2
            $p1$jFIC TES                | FIC TES
            # several cutters
            $p1$hH$i75$i.26             | H 75 .26
            # nothing at all: class of the record, three letters of the main entry
            $p1                         | 599.5 TES
            """)
    void call_number_of_a_vendor_copy(String subfields, String expected) {
        var copies = copies(CopyPreset.K12_852, "082 04 $a599.5$223", "100 1# $aTester, Nora.", "852 1# " + subfields);
        assertThat(copies.getFirst().callNumber().text()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource(delimiter = '|', textBlock = """
            082 04 $a[Fic]$223          | FIC TES
            082 04 $a[E]$223            | E TES
            082 00 $a599.5/3$223        | 599.53 TES
            092 ## $aFIC KLI            | FIC KLI
            092 ## $a813.52$bVan Kirk   | 813.52 Van Kirk
            050 00 $aPZ7.T4$bHo 1998    | PZ7.T4 Ho 1998
            # stories stand under [Fic] or [E], also when a Dewey number is given too
            082 00 $a813/.54$a[Fic]$220 | FIC TES
            # a life stands under the person it tells of
            082 04 $aB$223              | B LIN
            # none
            500 ## $aNo class           | ''
            """)
    void call_number_of_the_record(String field, String expected) {
        var record = Marc.book(field, "100 1# $aTester, Nora.", "245 10 $aTitle", "600 10 $aLincoln, Abraham");
        assertThat(TitleCallNumber.of(record).text()).isEqualTo(expected);
    }

    @Test
    void a_record_without_main_entry_gives_the_letters_of_its_title() {
        assertThat(TitleCallNumber.of(Marc.book("082 04 $a423", "245 14 $aThe dictionary"))
                        .text())
                .isEqualTo("423 DIC");
    }

    @Test
    void koha_copy() {
        var copy = copies(
                        CopyPreset.KOHA_952,
                        "952 ## $aCPL$bMPL$cGEN$d2014-09-04$g30.5$hno. 2$oFIC ROW$p3999$t2$yBK$8REF$70$00$10$eVendor")
                .getFirst();
        assertThat(copy)
                .isEqualTo(new CopyStatement(
                        "CPL",
                        "GEN",
                        "BK",
                        new CallNumber("", "FIC", "ROW", ""),
                        "3999",
                        "2",
                        "no. 2",
                        3050,
                        LocalDate.of(2014, 9, 4),
                        "Vendor",
                        "",
                        List.of("REF"),
                        List.of(),
                        false,
                        List.of()));
    }

    @ParameterizedTest(name = "{0}: not for loan {1}")
    @CsvSource({"$71, true", "$7-1, true", "$01, true", "$12, true", "$70$00$10, false", "$y1, false"})
    void koha_status(String subfields, boolean notForLoan) {
        assertThat(copies(CopyPreset.KOHA_952, "952 ## $p1" + subfields)
                        .getFirst()
                        .notForLoan())
                .isEqualTo(notForLoan);
    }

    @Test
    void local_copy() {
        var copy = copies(
                        CopyPreset.LOCAL_949,
                        "949 ## $aML 410 M82$v60$wLC$i30007007467409$c2$tSOUND$lHUNT-AUDIO$mHUNTINGTON$xCOMPDISCS$p$$10.00")
                .getFirst();
        assertThat(copy.site()).isEqualTo("HUNTINGTON");
        assertThat(copy.location()).isEqualTo("HUNT-AUDIO");
        assertThat(copy.callNumber()).isEqualTo(new CallNumber("", "ML 410", "M82", "60"));
        assertThat(copy.priceCents()).isEqualTo(1000);
        assertThat(copy.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            852 1# $aLMC$p30001001           | K12_852
            952 ## $aCPL$bCPL$p3999          | KOHA_952
            949 ## $aML 410$i30007007467409  | LOCAL_949
            # a Koha item that has no barcode yet
            952 ## $aCPL$bCPL$yBK            | KOHA_952
            # only names a place
            852 ## $aMadan Puraskar          | K12_852
            # other uses of these fields
            949 ## $acls                     | ''
            952 ## $aCurrent price           | ''
            245 10 $aNo copies               | ''
            """)
    void preset_of_a_record(String field, String expected) {
        assertThat(CopyPreset.detect(Marc.book(field)).map(Enum::name).orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void a_file_states_its_copies_in_one_way() {
        var koha = Marc.book("952 ## $aCPL$p3999");
        var stray = Marc.book("852 ## $aMadan Puraskar");
        assertThat(CopyPreset.detectForFile(List.of(stray, koha, koha))).contains(CopyPreset.KOHA_952);
        assertThat(CopyPreset.detectForFile(List.of(Marc.book("245 10 $aNo copies"))))
                .isEmpty();
    }

    @Test
    void empty_fields_are_no_copies() {
        assertThat(copies(CopyPreset.K12_852, "852 1# ", "852 1# $a $p")).isEmpty();
    }

    private static CopyStatement only(String field) {
        var copies = copies(CopyPreset.K12_852, field);
        assertThat(copies).hasSize(1);
        return copies.getFirst();
    }

    private static List<CopyStatement> copies(CopyPreset preset, String... fields) {
        return CopyMapping.copies(Marc.book(fields), preset);
    }
}

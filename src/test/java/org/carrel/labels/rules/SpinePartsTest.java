package org.carrel.labels.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.catalog.CallNumber;
import org.carrel.labels.LabelCopy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has a line of its own on a spine. */
class SpinePartsTest {
    static LabelCopy copy(CallNumber number, String copyNumber, String volume, int copies) {
        return new LabelCopy(1, 1, "Holes", "Sachar, Louis", number, copyNumber, volume, copies, "T1", "School");
    }

    private static List<String> lines(LabelCopy copy) {
        return SpineParts.of(copy).stream().map(SpinePart::text).toList();
    }

    @ParameterizedTest(name = "{0}|{1}|{2}|{3}")
    @CsvSource(delimiter = '|', emptyValue = "", nullValues = "-", textBlock = """
            # prefix | class          | cutter        | suffix      | lines
            ''       | FIC            | ROW           | ''          | FIC/ROW
            SP       | FIC            | ROW           | ''          | SP/FIC/ROW
            ''       | E              | CAR           | ''          | E/CAR
            ''       | B              | LINCOLN       | ''          | B/LINCOLN
            GN       | 741.5          | SMI           | v. 2        | GN/741.5/SMI/v. 2
            REF      | 641.5945       | HAZ           | 1999        | REF/641.5945/HAZ/1999
            # a vendor wrote all of it into the class
            ''       | FIC ROW        | ''            | ''          | FIC/ROW
            ''       | 599.5 CAR v. 2 | ''            | ''          | 599.5/CAR/v. 2
            # or the section into the prefix
            FIC      | ROW            | ''            | ''          | FIC/ROW
            SP E     | CAR            | ''            | ''          | SP/E/CAR
            # Library of Congress, however it is written
            ''       | PZ7            | .R79835 1999  | ''          | PZ/7/.R79835/1999
            ''       | PZ7.R79835     | ''            | 1999        | PZ/7/.R79835/1999
            ''       | QA76.73 .J38   | S5 2008       | ''          | QA/76.73/.J38/S5/2008
            ''       | QA76.73.J38S5  | ''            | v. 3        | QA/76.73/.J38/S5/v. 3
            ''       | ML 410 .M9     | A4            | ''          | ML/410/.M9/A4
            # no Library of Congress class, though it begins like one
            E        | 551.21         | SIM           | ''          | E/551.21/SIM
            ''       | E 551.21       | SIM           | ''          | E/551.21/SIM
            # a name of two words is one part, broken only if it has to be
            ''       | B              | VAN GOGH      | ''          | B/VAN GOGH
            ''       | 398.2          | GRI           | pt. 1 c. 3  | 398.2/GRI/pt. 1/c. 3
            """)
    void partsFollowEachOther(String prefix, String classNumber, String cutter, String suffix, String lines) {
        var copy = copy(new CallNumber(prefix, classNumber, cutter, suffix), "", "", 1);
        assertThat(String.join("/", lines(copy))).isEqualTo(lines);
    }

    @ParameterizedTest(name = "copy {0} of {1}, volume {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # copy | copies | volume | suffix | said behind the cutter
            ''     | 1      | ''     | ''     | ''
            1      | 1      | ''     | ''     | ''
            1      | 2      | ''     | ''     | c. 1
            2      | 1      | ''     | ''     | c. 2
            c. 2   | 3      | ''     | ''     | c. 2
            02     | 3      | ''     | ''     | c. 2
            ''     | 3      | ''     | ''     | ''
            2      | 3      | ''     | c.2    | c.2
            ''     | 1      | 7      | ''     | v. 7
            ''     | 1      | v. 7   | v.7    | v.7
            2      | 2      | Bk. 3  | ''     | Bk. 3/c. 2
            office | 1      | ''     | ''     | office
            """)
    void theCopyIsSaidWhereThereAreMore(String copyNumber, int copies, String volume, String suffix, String said) {
        var lines = lines(copy(new CallNumber("", "FIC", "ROW", suffix), copyNumber, volume, copies));
        assertThat(lines.subList(0, 2)).containsExactly("FIC", "ROW");
        assertThat(String.join("/", lines.subList(2, lines.size()))).isEqualTo(said);
    }
}

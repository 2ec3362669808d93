package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopyMap.Part;
import org.carrel.catalog.CopyMap.PriceForm;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.HouseRule.CutterLetters;
import org.carrel.catalog.HouseRule.DeleteSubfield;
import org.carrel.catalog.HouseRule.DropFields;
import org.carrel.catalog.HouseRule.LanguagePrefix;
import org.carrel.catalog.HouseRule.ReplaceCallNumberPrefix;
import org.carrel.catalog.HouseRule.ReplaceText;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.SettingsProblem;
import org.carrel.catalog.SettingsProblem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each problem stands at the field of the form that has to be changed. */
class SettingsCheckTest {
    @Test
    void theDefaultsAreWell() {
        assertThat(SettingsCheck.problems(ImportProfile.named("Vendor"))).isEmpty();
    }

    @Test
    void aNameIsNeeded() {
        assertThat(SettingsCheck.problems(ImportProfile.named("  ")))
                .containsExactly(new SettingsProblem("name", Problem.MISSING, ""));
        assertThat(SettingsCheck.problems(ImportProfile.named("x".repeat(101))))
                .extracting(SettingsProblem::problem)
                .containsExactly(Problem.TOO_LONG);
    }

    @Test
    void everyRuleIsLookedAt() {
        var settings = ImportSettings.DEFAULT.withRules(
                new ReplaceCallNumberPrefix("F", ""),
                new CutterLetters(0),
                new LanguagePrefix("es", "SP"),
                new DropFields("59"),
                new DeleteSubfield("500", "ab"),
                new ReplaceText("500", "a", "", "x"));
        assertThat(SettingsCheck.problems(settings))
                .extracting(SettingsProblem::field, SettingsProblem::problem)
                .containsExactly(
                        tuple("rules.0.to", Problem.MISSING),
                        tuple("rules.1.most", Problem.NUMBER_OUT_OF_RANGE),
                        tuple("rules.2.language", Problem.LANGUAGE_UNREADABLE),
                        tuple("rules.3.tags", Problem.TAG_UNREADABLE),
                        tuple("rules.4.code", Problem.CODE_UNREADABLE),
                        tuple("rules.5.find", Problem.MISSING));
    }

    @ParameterizedTest(name = "dropping {0}: {1}")
    @CsvSource(textBlock = """
            # the title is among them
            245, EMPTIES_TITLE
            24X, EMPTIES_TITLE
            2XX, EMPTIES_TITLE
            XXX, EMPTIES_TITLE
            X45, EMPTIES_TITLE
            # only the number of the record
            001, CONTROL_NUMBER
            003, CONTROL_NUMBER
            # the title is not among them
            246, ''
            59X, ''
            00X, ''
            """)
    void noRuleMayTakeTheTitleAway(String tags, String problem) {
        var problems = SettingsCheck.problems(ImportSettings.DEFAULT.withRules(new DropFields(tags)));
        assertThat(problems.stream().map(each -> each.problem().name()))
                .isEqualTo(problem.isEmpty() ? List.of() : List.of(problem));
    }

    @Test
    void theWordsOfTheTitleStayButItsOtherPartsMayGo() {
        assertThat(SettingsCheck.problems(ImportSettings.DEFAULT.withRules(new DeleteSubfield("24X", "a"))))
                .containsExactly(new SettingsProblem("rules.0.code", Problem.EMPTIES_TITLE, "24X"));
        assertThat(SettingsCheck.problems(ImportSettings.DEFAULT.withRules(new DeleteSubfield("245", "c"))))
                .isEmpty();
    }

    @Test
    void aCopyMapNeedsAFieldAndSomethingInIt() {
        assertThat(problems("", Map.of(Part.BARCODE, "p"))).containsExactly(tuple("copies.tag", Problem.MISSING));
        assertThat(problems("9X9", Map.of(Part.BARCODE, "p")))
                .containsExactly(tuple("copies.tag", Problem.TAG_UNREADABLE));
        assertThat(problems("001", Map.of(Part.BARCODE, "p")))
                .containsExactly(tuple("copies.tag", Problem.NOT_A_DATA_FIELD));
        assertThat(problems("945", Map.of())).containsExactly(tuple("copies.BARCODE", Problem.MISSING));
        assertThat(problems("945", Map.of(Part.BARCODE, "é")))
                .containsExactly(tuple("copies.BARCODE", Problem.CODE_UNREADABLE));
        assertThat(problems("945", Map.of(Part.BARCODE, "$i", Part.SITE, "a, b")))
                .isEmpty();
    }

    private static List<Tuple> problems(String tag, Map<Part, String> codes) {
        var copies = new CopySource.Custom(new CopyMap(tag, codes, PriceForm.CENTS));
        return SettingsCheck.problems(ImportSettings.DEFAULT.with(copies)).stream()
                .map(problem -> tuple(problem.field(), problem.problem()))
                .toList();
    }

    @Test
    void overlayRowsAndBarcodesAreLookedAt() {
        var settings = ImportSettings.DEFAULT
                .withOverlay(new OverlayRow("521", OverlayRow.Way.UNION), new OverlayRow("", OverlayRow.Way.UNION))
                .with(new BarcodeRange("b#", 5, 100_000, false));
        assertThat(SettingsCheck.problems(settings))
                .extracting(SettingsProblem::field, SettingsProblem::problem)
                .containsExactly(
                        tuple("overlay.1.tags", Problem.MISSING),
                        tuple("barcodes.prefix", Problem.CODE_UNREADABLE),
                        tuple("barcodes.start", Problem.NUMBER_OUT_OF_RANGE));
    }
}

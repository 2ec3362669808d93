package org.carrel.catalog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopyMap.Part;
import org.carrel.catalog.CopyMap.PriceForm;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.PlaceAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsJsonTest {
    static final ImportSettings FULL = new ImportSettings(
            new CopySource.Custom(new CopyMap("945", Map.of(Part.BARCODE, "i", Part.SITE, "ab"), PriceForm.WHOLE)),
            true,
            List.of(new OverlayRow("521", OverlayRow.Way.KEEP_OURS), new OverlayRow("9xx", OverlayRow.Way.UNION)),
            List.of(
                    new HouseRule.ReplaceCallNumberPrefix("F", "FIC"),
                    new HouseRule.CutterLetters(3),
                    new HouseRule.LanguagePrefix("spa", "SP"),
                    new HouseRule.DropSubjects("sears"),
                    new HouseRule.DropJuvenileSubdivisions(),
                    new HouseRule.DropFields("59X"),
                    new HouseRule.DeleteSubfield("856", "3"),
                    new HouseRule.ReplaceText("500", "a", "\"€\n\\", "")),
            List.of(new PlaceAnswer(PlaceAnswer.Kind.LOCATION, "NEW", "FIC")),
            Optional.of(new BarcodeRange("LMC", 9, 5_000_000_000L % 1_000_000_000, true)));

    @Test
    void everythingComesBack() {
        assertThat(SettingsJson.read(SettingsJson.write(FULL))).isEqualTo(FULL);
        assertThat(SettingsJson.read(SettingsJson.write(ImportSettings.DEFAULT)))
                .isEqualTo(ImportSettings.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource
    void everyPresetComesBack(CopySource.Form form) {
        var settings = ImportSettings.DEFAULT.with(new CopySource.Preset(form));
        assertThat(SettingsJson.read(SettingsJson.write(settings))).isEqualTo(settings);
    }

    @Test
    void theDefaultsNeedNoText() {
        assertThat(SettingsJson.writeOrNull(ImportSettings.DEFAULT)).isNull();
        assertThat(SettingsJson.read(null)).isEqualTo(ImportSettings.DEFAULT);
        assertThat(SettingsJson.read("{}")).isEqualTo(ImportSettings.DEFAULT);
    }

    @Test
    void namesOfALaterProgramArePassedOver() {
        assertThat(SettingsJson.read("""
                {"later": {"x": 1}, "overlay": [{"tags": "521", "way": "UNION", "note": []}],
                 "barcodes": null, "severalSites": true}
                """))
                .isEqualTo(ImportSettings.DEFAULT
                        .withSeveralSites()
                        .withOverlay(new OverlayRow("521", OverlayRow.Way.UNION)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # no JSON, or another kind of it
            [1]                                              | not a JSON object
            {"rules": [                                      | not a JSON object
            # the place is named
            {"rules": {}}                                    | rules: a list expected
            {"rules": [{"rule": "Magic"}]}                   | rules[0].rule: no such rule, "Magic" found
            {"rules": [{"rule": "CutterLetters"}]}           | rules[0].most: a whole number expected
            {"rules": [{"rule": "CutterLetters", "most": 99999999999}]} | rules[0].most: a smaller number expected
            {"overlay": [{"tags": "521", "way": "MAYBE"}]}   | overlay[0].way: one of [KEEP_OURS
            {"copies": {"from": "853"}}                      | copies.from: one of
            {"copies": 1}                                    | copies: an object expected
            {"severalSites": "yes"}                          | severalSites: true or false expected
            # what the form would not take either
            {"rules": [{"rule": "DropFields", "tags": "245"}]} | rules.0.tags: EMPTIES_TITLE
            {"overlay": [{"tags": "52", "way": "UNION"}]}    | overlay.0.tags: TAG_UNREADABLE
            """)
    void aBadValueIsNamedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> SettingsJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void onlyWhatChangesCopiesMakesTheSameRecordAnotherOne() {
        var none = ImportSettings.DEFAULT
                .withRules(new HouseRule.DropFields("59X"))
                .withOverlay(new OverlayRow("521", OverlayRow.Way.KEEP_OURS))
                .with(List.of(new PlaceAnswer(PlaceAnswer.Kind.SITE, "A", "B")));
        assertThat(SettingsJson.aboutCopies(none)).isEmpty();
        assertThat(SettingsJson.aboutCopies(none.withSeveralSites())).isNotEmpty();
        assertThat(SettingsJson.aboutCopies(none.withRules(new HouseRule.CutterLetters(3))))
                .isNotEmpty();
    }
}

package org.carrel.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carrel.catalog.BarcodeRange;
import org.carrel.catalog.CopyMap;
import org.carrel.catalog.CopyMap.Part;
import org.carrel.catalog.CopySource;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.ImportProfile;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.PlaceAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFormTest {
    private static final ImportProfile FULL = new ImportProfile(
            7,
            3,
            "Vendor",
            new ImportSettings(
                    new CopySource.Custom(new CopyMap("945", Map.of(Part.BARCODE, "i"), CopyMap.PriceForm.WHOLE)),
                    true,
                    List.of(new OverlayRow("521", OverlayRow.Way.UNION)),
                    List.of(
                            new HouseRule.ReplaceCallNumberPrefix("F", "FIC"),
                            new HouseRule.CutterLetters(3),
                            new HouseRule.LanguagePrefix("spa", "SP"),
                            new HouseRule.DropSubjects("sears"),
                            new HouseRule.DropJuvenileSubdivisions(),
                            new HouseRule.DropFields("59X"),
                            new HouseRule.DeleteSubfield("856", "3"),
                            new HouseRule.ReplaceText("500", "a", " x ", "")),
                    List.of(new PlaceAnswer(PlaceAnswer.Kind.SITE, "A", "B")),
                    Optional.of(new BarcodeRange("LMC", 14, 10_000_000_000_000L, true))));

    @Test
    void whatIsStoredComesBackFromTheForm() {
        assertThat(ProfileForm.of(FULL).profile(FULL.settings().answers())).isEqualTo(FULL);
        var plain = ImportProfile.named("Plain");
        assertThat(ProfileForm.of(plain).profile(List.of())).isEqualTo(plain);
    }

    @Test
    void whatIsSentComesBackTheSame() {
        var form = ProfileForm.of(FULL);
        var sent = new HashMap<>(form.texts().texts());
        for (var i = 0; i < form.overlay().size(); i++) {
            sent.put("overlay." + i + ".tags", form.overlay().get(i).tags());
            sent.put("overlay." + i + ".way", form.overlay().get(i).way().name());
        }
        for (var i = 0; i < form.rules().size(); i++) {
            var at = "rules." + i + ".";
            sent.put(at + "kind", form.rules().get(i).kind().name());
            form.rules().get(i).texts().forEach((field, text) -> sent.put(at + field, text));
        }
        var again = ProfileForm.of(7, new FormTexts(sent));
        assertThat(again.profile(FULL.settings().answers())).isEqualTo(FULL);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            # moved, as far as there is room
            up-1, 1 0 2
            down-1, 0 2 1
            up-0, 0 1 2
            down-2, 0 1 2
            # taken out
            remove-rule-1, 0 2
            # nobody's button
            remove-rule-9, 0 1 2
            up-99999999999, 0 1 2
            nonsense, 0 1 2
            remove-rule, 0 1 2
            # a new one at the end
            add-rule, 0 1 2 new
            """)
    void aButtonChangesTheListOfRules(String button, String expected) {
        var texts = new HashMap<String, String>();
        texts.put("new-rule", "CUTTER");
        for (var i = 0; i < 3; i++) {
            texts.put("rules." + i + ".kind", "SUBJECTS");
            texts.put("rules." + i + ".source", Integer.toString(i));
        }
        var rules = ProfileForm.of(1, new FormTexts(texts)).pressed(button).rules().stream()
                .map(rule -> rule.kind() == RuleKind.CUTTER ? "new" : rule.text("source"))
                .toList();
        assertThat(String.join(" ", rules)).isEqualTo(expected);
    }

    @Test
    void whatIsNoNumberIsRefusedAndNotTakenForOne() {
        assertThat(FormTexts.number("12")).isEqualTo(12);
        assertThat(FormTexts.number(" 00000000000007 ")).isEqualTo(7);
        assertThat(FormTexts.integer("4294967301")).as("5 in 32 bits").isEqualTo(-1);
        for (var text : List.of("", "x", "1.5", "-3", "9".repeat(19))) {
            assertThat(FormTexts.number(text)).as(text).isEqualTo(-1);
        }
    }
}

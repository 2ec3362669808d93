package org.carrel.labels.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carrel.labels.LabelKind;
import org.carrel.labels.LabelLook;
import org.carrel.labels.LabelPrinter;
import org.carrel.labels.LabelSheet;
import org.carrel.labels.SheetDraft;
import org.carrel.labels.SheetProblem;
import org.carrel.labels.SheetProblem.Field;
import org.carrel.labels.Symbology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Sheets and printers as they are typed, and where labels lie. */
class SheetRulesTest {
    static final List<LabelSheet> SHIPPED = ShippedSheets.ALL;

    private static SheetDraft changed(Field field, String text) {
        var texts = new EnumMap<Field, String>(Field.class);
        texts.putAll(SheetRules.draft(ShippedSheets.ALL.getFirst(), "Ours").texts());
        texts.put(field, text);
        return new SheetDraft(texts);
    }

    private static String said(SheetProblem problem) {
        return (problem.field() + " " + problem.kind() + " " + problem.detail()).strip();
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SHIPPED")
    void whatComesWithCarrelCouldHaveBeenTyped(LabelSheet sheet) {
        var draft = SheetRules.draft(sheet, "Ours");
        assertThat(SheetRules.checkSheet(draft)).isEmpty();
        var read = SheetRules.sheet(draft);
        assertThat(SheetRules.draft(read, "Ours")).isEqualTo(draft);
        assertThat(read.width()).isEqualTo(sheet.width());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            LEFT         | 4,76    | ''
            LEFT         | 4.765   | LEFT NO_NUMBER 4.765
            LEFT         | wide    | LEFT NO_NUMBER wide
            LEFT         | ''      | LEFT MISSING
            LEFT         | -1      | LEFT TOO_SMALL 0
            COLUMNS      | 2.5     | COLUMNS NO_NUMBER 2.5
            COLUMNS      | 13      | COLUMNS TOO_LARGE 12
            COLUMNS      | 4       | WIDTH OFF_PAGE 280.99
            ROWS         | 11      | HEIGHT OFF_PAGE 292.1
            PITCH_ACROSS | 60      | PITCH_ACROSS OVERLAP
            PITCH_DOWN   | 25      | PITCH_DOWN OVERLAP
            NAME         | ' '     | NAME MISSING
            """)
    void whatIsWrongIsSaidAtItsField(Field field, String typed, String said) {
        var problems = SheetRules.checkSheet(changed(field, typed));
        assertThat(problems.stream().map(SheetRulesTest::said).toList())
                .isEqualTo(said.isEmpty() ? List.of() : List.of(said));
    }

    @Test
    void aPrinterIsMovedByHundredthsAndScaledByTenths() {
        var draft = new SheetDraft(
                Map.of(Field.NAME, "Desk", Field.MOVE_RIGHT, "-0,6", Field.MOVE_DOWN, "1.25", Field.SCALE, "99.5"));
        assertThat(SheetRules.checkPrinter(draft)).isEmpty();
        assertThat(SheetRules.printer(3, draft)).isEqualTo(new LabelPrinter(3, "Desk", -60, 125, 995));
        assertThat(SheetRules.draft(SheetRules.printer(3, draft)).get(Field.MOVE_RIGHT))
                .isEqualTo("-0.6");
    }

    @Test
    void aRunBeginsAtTheFirstFreeLabelAndGoesOnOnTheNextSheet() {
        var sheet = ShippedSheets.ALL.getFirst();
        var look = new LabelLook(Set.of(LabelKind.SPINE), sheet, Symbology.CODE_128, LabelPrinter.EXACT, 29);
        assertThat(SheetPlaces.of(look, 0)).isEqualTo(new SheetPlaces.Place(0, 476 + 6985, 1270 + 9 * 2540));
        assertThat(SheetPlaces.of(look, 1)).isEqualTo(new SheetPlaces.Place(0, 476 + 2 * 6985, 1270 + 9 * 2540));
        assertThat(SheetPlaces.of(look, 2)).isEqualTo(new SheetPlaces.Place(1, 476, 1270));
    }
}

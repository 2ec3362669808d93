package org.carrel.catalog.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carrel.catalog.BatchStep;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchJsonTest {
    @ParameterizedTest
    @MethodSource("steps")
    void whatIsKeptIsWhatWasAsked(BatchStep step) {
        assertThat(BatchJson.read(BatchJson.write(step))).isEqualTo(step);
    }

    static List<BatchStep> steps() {
        var field = new DataField("590", ' ', '1', List.of(new Subfield('a', "Gift \"of\" ñ"), new Subfield('5', "X")));
        return List.of(
                new BatchStep.ChangeText(new HouseRule.ReplaceText("65X", "a", " Whales", "")),
                new BatchStep.ChangeText(new HouseRule.DropFields("9XX")),
                new BatchStep.ChangeText(new HouseRule.DeleteSubfield("650", "v")),
                new BatchStep.ChangeText(new HouseRule.DropSubjects("sears")),
                new BatchStep.ChangeText(new HouseRule.DropJuvenileSubdivisions()),
                new BatchStep.AddField(field),
                new BatchStep.ChangeCallNumber(new HouseRule.ReplaceCallNumberPrefix("F", "FIC")),
                new BatchStep.ChangeCallNumber(new HouseRule.CutterLetters(3)),
                new BatchStep.ChangeCallNumber(new HouseRule.LanguagePrefix("spa", "SP")),
                new BatchStep.MoveShelf("GN"),
                new BatchStep.ChangeType("PAPERBACK"),
                new BatchStep.Withdraw(),
                new BatchStep.Merge(12));
    }
}

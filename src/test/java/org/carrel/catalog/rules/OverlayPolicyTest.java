package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.OverlayRow.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayPolicyTest {
    @ParameterizedTest(name = "{0} goes {1}")
    @CsvSource(textBlock = """
            # the exact tag, and the first of two such rows, wherever patterns stand
            521, KEEP_OURS
            # the narrowest pattern
            522, UNION
            533, TAKE_THEIRS
            # what no row names: as ever
            650, TAKE_THEIRS
            690, UNION
            856, UNION
            245, TAKE_THEIRS
            ISB, UNION
            """)
    void theFirstExactTagWinsThenTheNarrowestPattern(String tag, Way way) {
        var policy = new OverlayPolicy(List.of(
                new OverlayRow("5XX", Way.TAKE_THEIRS),
                new OverlayRow("52x", Way.UNION),
                new OverlayRow("521", Way.KEEP_OURS),
                new OverlayRow("521", Way.TAKE_THEIRS),
                new OverlayRow("no tag", Way.KEEP_OURS)));
        assertThat(policy.way(tag)).isEqualTo(way);
    }

    @Test
    void ofAFieldThatOccursOnceAUnionTakesTheirs() {
        var union = new OverlayRow("2XX", Way.UNION);
        assertThat(merge("245 10$aOurs", "245 10$aTheirs", union)).containsExactly("245 10$aTheirs");
        assertThat(merge("240 10$aOurs", "245 10$aTheirs", union)).containsExactly("240 10$aOurs", "245 10$aTheirs");
        assertThat(merge("246 10$aOurs", "246 10$aTheirs", union)).containsExactly("246 10$aTheirs", "246 10$aOurs");
    }

    @Test
    void oursStayAsTheyAreAndInTheirOrder() {
        var keep = new OverlayRow("521", Way.KEEP_OURS);
        assertThat(merge("521 ##$aB;521 ##$aA;521 ##$aA", "500 ##$aN;521 ##$aX;650 #0$aDogs", keep))
                .containsExactly("500 ##$aN", "521 ##$aB", "521 ##$aA", "521 ##$aA", "650 #0$aDogs");
        assertThat(merge("500 ##$aN", "521 ##$aX", keep)).as("we have none").containsExactly("521 ##$aX");
    }

    @Test
    void theirsReplaceEvenWhatASchoolFillsItself() {
        assertThat(merge("590 ##$aGift", "500 ##$aN", new OverlayRow("59X", Way.TAKE_THEIRS)))
                .containsExactly("500 ##$aN");
    }

    private static List<String> merge(String ours, String theirs, OverlayRow row) {
        var all = List.of(ours + ";" + theirs).getFirst().split(";");
        var merged = RecordMerge.overlay(record(ours), record(theirs), List.of(row));
        return merged.fields().stream()
                .map(field -> Arrays.stream(all)
                        .filter(line -> Marc.field(line).equals(field))
                        .findFirst()
                        .orElse("?"))
                .toList();
    }

    private static MarcRecord record(String lines) {
        List<MarcField> fields =
                Arrays.stream(lines.split(";")).map(Marc::field).toList();
        return new MarcRecord(Marc.BOOK_LEADER, fields);
    }
}

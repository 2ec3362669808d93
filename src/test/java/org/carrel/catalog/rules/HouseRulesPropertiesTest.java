package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.HouseRule;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.OverlayRow;
import org.carrel.catalog.Subfield;

/** Whatever rules are typed and whatever a file holds: some things are never touched. */
class HouseRulesPropertiesTest {
    private static final String[] TAGS = {
        "001", "003", "005", "008", "010", "100", "245", "500", "521", "590", "650", "655", "690", "852", "880", "949",
        "9AB"
    };
    private static final String[] TEXTS = {
        "", " ", "A", "B.", "Juvenile fiction.", "juvenile", "sears", "650-01", "245-01", "F", "FIC", "spa", "1001"
    };

    @Property
    void leaderControlNumberAndTitleStay(@ForAll("records") MarcRecord record, @ForAll("rules") List<HouseRule> rules) {
        var ruled = HouseRules.record(rules, record);
        assertThat(ruled.leader()).isEqualTo(record.leader());
        for (var tag : List.of("001", "003")) {
            assertThat(ruled.fields().stream().filter(field -> field.tag().equals(tag)))
                    .isEqualTo(record.fields().stream()
                            .filter(field -> field.tag().equals(tag))
                            .toList());
        }
        if (hasTitle(record)) assertThat(hasTitle(ruled)).isTrue();
    }

    @Property
    void noRuleAddsAFieldOrMovesOne(@ForAll("records") MarcRecord record, @ForAll("rules") List<HouseRule> rules) {
        var ruled = HouseRules.record(rules, record);
        assertThat(ruled.fields()).hasSizeLessThanOrEqualTo(record.fields().size());
        if (ruled.fields().isEmpty()) return;
        assertThat(record.fields().stream().map(MarcField::tag).toList())
                .containsSubsequence(ruled.fields().stream().map(MarcField::tag).toArray(String[]::new));
    }

    @Property
    void rulesThatDropAreDoneOnce(@ForAll("records") MarcRecord record, @ForAll("rules") List<HouseRule> rules) {
        for (var rule : rules) {
            if (rule instanceof HouseRule.ReplaceText) continue;
            var once = HouseRules.record(rule, record);
            assertThat(HouseRules.record(rule, once)).isEqualTo(once);
        }
    }

    @Property
    void copiesKeepAllButTheirCallNumber(@ForAll("records") MarcRecord record, @ForAll("rules") List<HouseRule> rules) {
        for (var preset : CopyPreset.values()) {
            for (var copy : CopyMapping.copies(record, preset)) {
                var ruled = HouseRules.copy(rules, record, copy);
                assertThat(ruled.withCallNumber(copy.callNumber())).isEqualTo(copy);
            }
        }
    }

    @Property
    void anOverlayWithoutRowsIsTheUsualOne(@ForAll("records") MarcRecord ours, @ForAll("records") MarcRecord theirs) {
        var merged = RecordMerge.overlay(ours, theirs);
        assertThat(merged.fields()).containsAll(theirs.fields());
        assertThat(merged.fields())
                .containsAll(ours.fields().stream()
                        .filter(field -> RecordMerge.isLocal(field.tag()))
                        .toList());
        assertThat(merged.fields())
                .allMatch(field -> theirs.fields().contains(field)
                        || RecordMerge.isLocal(field.tag()) && ours.fields().contains(field));
    }

    @Property
    void eachWayDoesWhatItSays(
            @ForAll("records") MarcRecord ours,
            @ForAll("records") MarcRecord theirs,
            @ForAll("tags") String tag,
            @ForAll OverlayRow.Way way) {
        var merged = RecordMerge.overlay(ours, theirs, List.of(new OverlayRow(tag, way)));
        var mine = with(ours, tag);
        var their = with(theirs, tag);
        switch (way) {
            case TAKE_THEIRS -> assertThat(with(merged, tag)).isEqualTo(their);
            case KEEP_OURS -> assertThat(with(merged, tag)).isEqualTo(mine.isEmpty() ? their : mine);
            case UNION -> assertThat(with(merged, tag)).containsAll(their).hasSizeGreaterThanOrEqualTo(their.size());
        }
        // what the row does not name goes as it always did
        var usual = RecordMerge.overlay(ours, theirs);
        for (var other : TAGS) {
            if (!other.equals(tag)) assertThat(with(merged, other)).isEqualTo(with(usual, other));
        }
    }

    private static List<MarcField> with(MarcRecord record, String tag) {
        return record.fields().stream().filter(field -> field.tag().equals(tag)).toList();
    }

    private static boolean hasTitle(MarcRecord record) {
        return record.data("245")
                .flatMap(field -> field.subfields().stream())
                .anyMatch(subfield ->
                        !Character.isDigit(subfield.code()) && !subfield.data().isBlank());
    }

    @Provide
    Arbitrary<String> tags() {
        return Arbitraries.of(TAGS);
    }

    @Provide
    Arbitrary<MarcRecord> records() {
        var subfield = Combinators.combine(
                        Arbitraries.of('a', 'v', 'x', '2', '6', 'h', 'i', 'k', 'p'), Arbitraries.of(TEXTS))
                .as(Subfield::new);
        var indicator = Arbitraries.of(' ', '0', '1', '7', '8');
        var data = Combinators.combine(
                        Arbitraries.of(TAGS).filter(tag -> !tag.startsWith("00")),
                        indicator,
                        subfield.list().ofMaxSize(4))
                .as((tag, ind2, subfields) -> (MarcField) new DataField(tag, ' ', ind2, subfields));
        var control = Combinators.combine(
                        Arbitraries.of(TAGS).filter(tag -> tag.startsWith("00")), Arbitraries.of(TEXTS))
                .as((tag, text) -> (MarcField) new ControlField(tag, text));
        return Arbitraries.oneOf(data, control)
                .list()
                .ofMaxSize(12)
                .map(fields -> new MarcRecord(Marc.BOOK_LEADER, fields));
    }

    @Provide
    Arbitrary<List<HouseRule>> rules() {
        var tags = Arbitraries.of("001", "003", "00X", "245", "24X", "2XX", "XXX", "6XX", "500", "9XX", "5", "");
        var code = Arbitraries.of("a", "v", "2", "", "ab");
        var text = Arbitraries.of(TEXTS);
        return Arbitraries.<HouseRule>oneOf(
                        tags.map(HouseRule.DropFields::new),
                        Combinators.combine(tags, code).as(HouseRule.DeleteSubfield::new),
                        Combinators.combine(tags, code, text, text).as(HouseRule.ReplaceText::new),
                        Arbitraries.of("sears", "lcsh", "").map(HouseRule.DropSubjects::new),
                        Arbitraries.just(new HouseRule.DropJuvenileSubdivisions()),
                        Combinators.combine(text, text).as(HouseRule.ReplaceCallNumberPrefix::new),
                        Arbitraries.integers().between(-1, 5).map(HouseRule.CutterLetters::new),
                        Combinators.combine(Arbitraries.of("spa", "eng", ""), text)
                                .as(HouseRule.LanguagePrefix::new))
                .list()
                .ofMaxSize(5);
    }
}

package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.ThreeWayChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeWayTest {
    /** Notes of the three states, and what is shown of them: before, imported, now; a dash for none. */
    @ParameterizedTest(name = "{0}; {1}; {2}")
    @CsvSource(delimiter = ';', textBlock = """
            # untouched by both
            a; a; a; ''
            # changed by one of them, or by both
            a; b; b; a b b
            a; a; c; a a c
            a; b; c; a b c
            # added by the import, and changed or taken away since
            a; a b; a c; - b c
            a; a b; a; - b -
            # taken away by the import, and brought back, as it was or otherwise
            a; ''; a; a - a
            a; ''; b; a - b
            a; ''; ''; a - -
            # added since
            a; a; a b; - - b
            # one of two
            a b; a c; d c; b c c, a a d
            # the same note twice is two notes
            a a; a a; a; a a -
            """)
    void eachFieldIsShownInItsThreeStates(String before, String imported, String now, String shown) {
        var changes = ThreeWay.of(Optional.of(notes(before)), notes(imported), notes(now));
        assertThat(changes.stream().map(ThreeWayTest::text).collect(Collectors.joining(", ")))
                .isEqualTo(shown);
        assertThat(changes).allMatch(change -> change.tag().equals("500"));
    }

    @Test
    void ofARecordThatTheImportMadeAllIsNew() {
        var changes = ThreeWay.of(Optional.empty(), notes("a"), notes("b"));
        assertThat(changes).extracting(ThreeWayChange::tag).containsExactly("LDR", "500");
        assertThat(changes).allMatch(change -> change.before().isEmpty());
        assertThat(changes.get(0).isUnchangedSince()).isTrue();
        assertThat(text(changes.get(1))).isEqualTo("- a b");
    }

    private static MarcRecord notes(String texts) {
        var fields = Arrays.stream(texts.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> Marc.field("500 ## $a" + text))
                .toList();
        return new MarcRecord(Marc.BOOK_LEADER, fields);
    }

    private static String text(ThreeWayChange change) {
        return text(change.before()) + " " + text(change.imported()) + " " + text(change.now());
    }

    private static String text(Optional<MarcField> field) {
        return field.map(found -> ((org.carrel.catalog.DataField) found)
                        .subfields()
                        .getFirst()
                        .data())
                .orElse("-");
    }
}

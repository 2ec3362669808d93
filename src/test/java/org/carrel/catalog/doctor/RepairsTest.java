package org.carrel.catalog.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.carrel.catalog.Diagnosis.Part;
import org.carrel.catalog.Repair;
import org.carrel.catalog.Repair.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One fault at a time in a sound record: it is marked where it is, and mended so that the record is what it was. */
class RepairsTest {
    @Test
    void aSoundRecordHasNoFaultAndNoRepair() {
        var sound = Given.examined(Given.sound());
        assertThat(sound.faults()).isEmpty();
        assertThat(sound.repairs()).isEmpty();
    }

    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            # record length too small, too great, no number
            0  | 00100        | LENGTH_WRONG      | RECORD_LENGTH
            0  | 99999        | LENGTH_WRONG      | RECORD_LENGTH
            0  | abcde        | LENGTH_NO_NUMBER  | RECORD_LENGTH
            # base address too small, too great, no number
            12 | 00024        | BASE_WRONG        | BASE_ADDRESS
            12 | 00200        | BASE_WRONG        | BASE_ADDRESS
            12 | xxxxx        | BASE_NO_NUMBER    | BASE_ADDRESS
            # values that MARC 21 fixes
            10 | 99           | LEADER_REPAIRED   | COUNTS
            20 | 9999         | LEADER_REPAIRED   | ENTRY_MAP
            # a directory entry with a wrong length, a wrong place, no number
            27 | 0009         | ENTRY_WRONG       | DIRECTORY_ENTRY
            43 | 00007        | ENTRY_WRONG       | DIRECTORY_ENTRY
            51 | 00x3         | ENTRY_UNREADABLE  | DIRECTORY_ENTRY
            """)
    void aFaultOfTheFrameIsMarkedAndMended(int at, String text, String fault, Part part) {
        var diagnosis = Given.examined(Given.with(at, text));
        assertThat(diagnosis.spans())
                .filteredOn(span -> !span.faults().isEmpty())
                .anySatisfy(span -> {
                    assertThat(span.part()).isEqualTo(part);
                    assertThat(span.faults().getFirst().problem().name()).isEqualTo(fault);
                });
        assertThat(Given.kinds(diagnosis)).containsExactly(Kind.FRAME);
        assertMended(diagnosis.repairs().getFirst());
    }

    @Test
    void aMissingEndMarkIsAdded() {
        var sound = Given.sound();
        var diagnosis = Given.examined(Given.cut(sound, sound.length - 1));
        assertThat(Given.faults(diagnosis)).containsExactly("RECORD_END_MISSING");
        assertMended(diagnosis.repairs().getFirst());
    }

    @Test
    void bytesBeforeTheRecordAreLeftOut() {
        var sound = Given.sound();
        var bytes = new byte[sound.length + 4];
        Arrays.fill(bytes, 0, 4, (byte) '#');
        System.arraycopy(sound, 0, bytes, 4, sound.length);
        var diagnosis = Given.examined(bytes);
        assertThat(Given.faults(diagnosis)).containsExactly("OUTSIDE_BYTES");
        assertMended(diagnosis.repairs().getFirst());
    }

    @Test
    void ofARecordThatIsCutOffTheWholeFieldsAreOffered() {
        var sound = Given.sound();
        var diagnosis = Given.examined(Given.cut(sound, sound.length - 8));
        assertThat(Given.faults(diagnosis)).contains("ENTRY_BEYOND_END", "FIELD_CUT", "RECORD_END_MISSING");
        assertThat(Given.kinds(diagnosis)).containsExactly(Kind.WHOLE_FIELDS);
        var repair = diagnosis.repairs().getFirst();
        assertThat(repair.losesText()).isTrue();
        assertThat(repair.preview().fields()).isEqualTo(Given.BOOK.fields().subList(0, 4));
    }

    @Test
    void ofARecordCutInItsDirectoryNothingIsOffered() {
        for (var length : List.of(1, 10, 24, 30, 60)) {
            var diagnosis = Given.examined(Given.cut(Given.sound(), length));
            assertThat(diagnosis.faults()).as("cut after " + length).isNotEmpty();
            assertThat(diagnosis.repairs()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} in {1} under leader/09 = {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # the usual lie: Windows text under a Unicode leader
            Cien años de café           | windows-1252 | a | WINDOWS_1252
            “Smart” quotes – and dashes | windows-1252 | a | WINDOWS_1252
            # the other usual lie: Unicode under the leader of MARC-8
            Cien años de café           | UTF-8        | ' ' | ENCODING_FLAG
            """)
    void textThatIsNotWhatItsLeaderSaysIsReadAnew(String title, String charset, char flag, Kind kind) {
        var diagnosis = Given.examined(Given.encoded(title, charset, flag));
        assertThat(diagnosis.faults()).isNotEmpty();
        assertThat(Given.kinds(diagnosis)).first().isEqualTo(kind);
        var preview = diagnosis.repairs().getFirst().preview();
        assertThat(preview.data("245").findFirst().orElseThrow().first('a')).contains(title);
    }

    @Test
    void marc8UnderAUnicodeLeaderIsReadAsMarc8() {
        // ANSEL has the accent before its letter: E2 e = é, E4 n = ñ
        var diagnosis = Given.examined(Given.encoded("Ni\u00E4no and the caf\u00E2e", "ISO-8859-1", 'a'));
        assertThat(Given.kinds(diagnosis)).first().isEqualTo(Kind.MARC_8);
        var preview = diagnosis.repairs().getFirst().preview();
        assertThat(preview.data("245").findFirst().orElseThrow().first('a')).contains("Niño and the café");
    }

    @Test
    void badBytesAreMarkedByteByByte() {
        var diagnosis = Given.examined(Given.encoded("caf\u00E9 au lait", "ISO-8859-1", 'a'));
        assertThat(diagnosis.spans())
                .filteredOn(span -> span.faults().stream().anyMatch(fault -> fault.problem() == Fault.BYTES_NO_TEXT))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.length()).isEqualTo(1);
                    assertThat(span.shown()).isEqualTo("<E9>");
                    assertThat(span.name()).isEqualTo("245");
                });
    }

    private static void assertMended(Repair repair) {
        assertThat(repair.preview().fields()).isEqualTo(Given.BOOK.fields());
        assertThat(repair.steps()).isNotEmpty();
        assertThat(repair.losesText()).isFalse();
        var again = Given.examined(repair.bytes());
        assertThat(again.faults()).isEmpty();
        assertThat(again.repairs()).isEmpty();
    }
}

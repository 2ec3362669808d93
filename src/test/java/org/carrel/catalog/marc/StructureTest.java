package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.carrel.catalog.ControlField;
import org.carrel.catalog.DataField;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage to the frame of ISO 2709 costs no more than the record it is in. */
class StructureTest {
    @TempDir
    Path folder;

    private static final byte[] ONE = Given.iso(Given.record("k1", "One"));
    private static final byte[] TWO = Given.iso(Given.record("k2", "Two"));
    private static final byte[] THREE = Given.iso(Given.record("k3", "Three"));

    private Samples.Contents read(byte[]... parts) throws IOException, MarcFileRefused {
        return Samples.contents(Files.write(folder.resolve("file"), Given.joined(parts)));
    }

    private static byte[] without(byte[] bytes, int fromEnd) {
        return java.util.Arrays.copyOf(bytes, bytes.length - fromEnd);
    }

    private static List<String> numbers(Samples.Contents contents) {
        return contents.records().stream()
                .map(record -> record.control("001").orElse(""))
                .toList();
    }

    @Test
    void aMissingRecordTerminatorSwallowsNoNeighbour() throws IOException, MarcFileRefused {
        var contents = read(without(ONE, 1), TWO, without(THREE, 1));
        assertThat(numbers(contents)).containsExactly("k1", "k2", "k3");
        assertThat(contents.rejected()).isEmpty();
        assertThat(contents.read().get(1).findings()).isEmpty();
    }

    @Test
    void aRecordBrokenOffIsTheOnlyReject() throws IOException, MarcFileRefused {
        var contents = read(ONE, without(TWO, 4), THREE);
        assertThat(numbers(contents)).containsExactly("k1", "k3");
        assertThat(contents.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.reason()).isEqualTo(MarcProblem.RECORD_BROKEN_OFF);
            assertThat(rejected.at().number()).isEqualTo(2);
            assertThat(rejected.at().offset()).isEqualTo(ONE.length);
            assertThat(rejected.controlNumber()).isEqualTo("k2");
            assertThat(rejected.previousControlNumber()).isEqualTo("k1");
            assertThat(rejected.original()).isEqualTo(without(TWO, 4));
        });
    }

    @Test
    void junkBetweenRecordsIsNamed() throws IOException, MarcFileRefused {
        var contents = read(ONE, Given.latin("oops"), TWO, Given.latin("\r\n\u0000 \n"), THREE);
        assertThat(numbers(contents)).containsExactly("k1", "k2", "k3");
        assertThat(contents.read().get(1).findings())
                .extracting(finding -> finding.problem().name())
                .containsExactly("JUNK_BEFORE_RECORD");
        assertThat(contents.read().get(2).findings()).isEmpty();
    }

    @Test
    void aTerminatorInsideTheDataIsReadThroughWhenTheLengthSaysSo() throws IOException, MarcFileRefused {
        var damaged = TWO.clone();
        damaged[TWO.length - 4] = 0x1D;
        var contents = read(ONE, damaged, THREE);
        assertThat(numbers(contents)).containsExactly("k1", "k2", "k3");
        assertThat(contents.read().get(1).findings())
                .extracting(finding -> finding.problem().name())
                .contains("RECORD_TERMINATOR_INSIDE");
    }

    @Test
    void fieldsGetTheirOwnDataFromADirectoryOutOfOrder() throws IOException, MarcFileRefused {
        var swapped = ONE.clone();
        System.arraycopy(ONE, 24, swapped, 36, 12);
        System.arraycopy(ONE, 36, swapped, 24, 12);
        var record = read(swapped).read().getFirst();
        assertThat(record.findings()).isEmpty();
        assertThat(record.record().control("001")).contains("k1");
        assertThat(record.record().fields().getFirst().tag()).isEqualTo("008");
    }

    @Test
    void aLeaderThatLostOrGainedAByteIsRepaired() throws IOException, MarcFileRefused {
        var shorter = Given.joined(java.util.Arrays.copyOf(TWO, 8), java.util.Arrays.copyOfRange(TWO, 9, TWO.length));
        var longer = Given.joined(
                java.util.Arrays.copyOf(TWO, 8), Given.latin("  "), java.util.Arrays.copyOfRange(TWO, 9, TWO.length));
        for (var damaged : List.of(shorter, longer)) {
            var contents = read(ONE, damaged, THREE);
            assertThat(numbers(contents)).containsExactly("k1", "k2", "k3");
            assertThat(contents.records().get(1).fields())
                    .isEqualTo(Given.record("k2", "Two").fields());
            assertThat(contents.read().get(1).findings()).isNotEmpty();
        }
    }

    @Test
    void aRecordOverTheLimitIsSkippedAndTheNextOneRead() throws IOException, MarcFileRefused {
        var limits = new ReadLimits(1 << 30, 10, 100, 10_000, 10);
        var huge = Given.joined(without(TWO, 2), new byte[50_000], Given.latin("\u001E\u001D"));
        var contents = Samples.contents(Files.write(folder.resolve("huge"), Given.joined(ONE, huge, THREE)), limits);
        assertThat(numbers(contents)).containsExactly("k1", "k3");
        assertThat(contents.rejected())
                .extracting(MarcEntry.Rejected::reason)
                .containsExactly(MarcProblem.RECORD_TOO_LONG);
    }

    @Test
    void aSmallFileCannotGrowByEntriesThatShareData() throws IOException, MarcFileRefused {
        var directory = new StringBuilder();
        for (int i = 0; i < 500; i++) directory.append("500900000000");
        var text = "x".repeat(8_997) + "\u001E\u001D";
        int base = 24 + directory.length() + 1;
        var leader = String.format("%05dnam a22%05d i 4500", base + text.length() + 2, base);
        var contents = read(ONE, Given.latin(leader + directory + "\u001E  " + text), THREE);
        assertThat(numbers(contents)).contains("k1", "k3");
        for (var record : contents.records()) assertThat(Samples.text(record)).hasSizeLessThan(20_000);
    }

    @Test
    void bidiMarksBeforeTheFirstSubfieldGo() throws IOException, MarcFileRefused {
        var plain = Given.iso(new MarcRecord(
                Given.LEADER,
                List.of(
                        new ControlField("001", "k"),
                        new DataField("245", '1', '0', List.of(new Subfield('a', "שלום"))))));
        var text = new String(plain, java.nio.charset.StandardCharsets.UTF_8).replace("10\u001F", "10\u200F\u001F");
        var record = read(Given.utf8(text)).records().getFirst();
        var field = record.data("245").findFirst().orElseThrow();
        assertThat(field).isEqualTo(new DataField("245", '1', '0', List.of(new Subfield('a', "שלום"))));
    }

    @Test
    void theWriterRefusesWhatTheFormatCannotHold() {
        var field = new DataField("520", ' ', ' ', List.of(new Subfield('a', "é".repeat(6_000))));
        var record = new MarcRecord(Given.LEADER, List.of(new ControlField("001", "k"), field));
        assertThat(Iso2709Writer.write(record)).isEqualTo(new Iso2709Writer.Result.TooLarge("520", 12_005));

        var half = new DataField("505", ' ', ' ', List.of(new Subfield('a', "x".repeat(9_990))));
        List<MarcField> many = Collections.nCopies(11, half);
        assertThat(Iso2709Writer.write(new MarcRecord(Given.LEADER, many)))
                .isEqualTo(new Iso2709Writer.Result.TooLarge("", 24 + 11 * 12 + 1 + 11 * 9_995 + 1));
    }

    @Test
    void lengthsAreCountedInBytes() {
        var bytes = Given.iso(Given.record("k", "Ελληνικόν 🐶"));
        assertThat(Directory.number(bytes, 0, 5)).isEqualTo(bytes.length);
        assertThat(bytes[9]).isEqualTo((byte) 'a');
        assertThat(bytes[Directory.number(bytes, 12, 5) - 1]).isEqualTo((byte) 0x1E);
    }
}

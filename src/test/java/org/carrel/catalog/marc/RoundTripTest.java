package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.carrel.catalog.MarcRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was read is written and read again field for field: order, indicators, unknown tags, empty subfields. */
class RoundTripTest {
    @TempDir
    Path folder;

    static Stream<Path> samples() {
        Samples.assumePresent();
        return Stream.concat(Samples.all("").stream(), Samples.all("edge").stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void everyFormatGivesBackWhatItWasGiven(Path sample) throws IOException, MarcFileRefused {
        List<MarcRecord> records;
        try {
            records = Samples.contents(sample).records();
        } catch (MarcFileRefused e) {
            assertThat(e.problem()).isIn(FileProblem.UNIMARC_FILE, FileProblem.NO_RECORDS);
            return;
        }
        iso2709(records);
        marcXml(records);
        json(records);
    }

    private void iso2709(List<MarcRecord> records) throws IOException, MarcFileRefused {
        var bytes = new ByteArrayOutputStream();
        for (var record : records) {
            switch (Iso2709Writer.write(record)) {
                case Iso2709Writer.Result.Written written -> bytes.writeBytes(written.bytes());
                case Iso2709Writer.Result.TooLarge large -> throw new AssertionError(large);
                case Iso2709Writer.Result.TagImpossible tag -> throw new AssertionError(tag);
            }
        }
        var again = reread(bytes.toByteArray(), records);
        assertThat(again.read()).allSatisfy(read -> {
            assertThat(read.encoding().certain()).isTrue();
            assertThat(read.findings())
                    .filteredOn(finding -> finding.place().isEmpty())
                    .isEmpty();
        });
    }

    private void marcXml(List<MarcRecord> records) throws IOException, MarcFileRefused {
        var xml = new StringBuilder(MarcXmlWriter.HEAD);
        for (var record : records) {
            var written = MarcXmlWriter.write(record);
            assertThat(written.dropped()).isEmpty();
            xml.append(written.xml());
        }
        reread(xml.append(MarcXmlWriter.TAIL).toString().getBytes(StandardCharsets.UTF_8), records);
    }

    private void json(List<MarcRecord> records) throws IOException, MarcFileRefused {
        var lines = new StringBuilder();
        for (var record : records) {
            var json = MarcJson.write(record);
            assertThat(MarcJson.read(json)).isEqualTo(record);
            lines.append(json).append('\n');
        }
        reread(lines.toString().getBytes(StandardCharsets.UTF_8), records);
    }

    private Samples.Contents reread(byte[] bytes, List<MarcRecord> records) throws IOException, MarcFileRefused {
        var file = Files.write(folder.resolve("written"), bytes);
        boolean onlyUnimarc = records.stream().allMatch(record -> RecordTypes.of(record) == RecordType.UNIMARC);
        assertThat(onlyUnimarc).isFalse();
        var again = Samples.contents(file);
        assertThat(again.rejected()).isEmpty();
        assertThat(again.records()).isEqualTo(records);
        return again;
    }
}

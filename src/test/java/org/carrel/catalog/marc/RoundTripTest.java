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

    static Stream<Path> readableSamples() {
        Samples.assumePresent();
        return Stream.concat(Samples.all("").stream(), Samples.all("edge").stream())
                .filter(RoundTripTest::isReadable);
    }

    private static boolean isReadable(Path file) {
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            return reader.next().isPresent();
        } catch (MarcFileRefused e) {
            return false;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readableSamples")
    void iso2709(Path sample) throws IOException, MarcFileRefused {
        var records = Samples.contents(sample).records();
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("readableSamples")
    void marcXml(Path sample) throws IOException, MarcFileRefused {
        var records = Samples.contents(sample).records();
        var xml = new StringBuilder(MarcXmlWriter.HEAD);
        for (var record : records) {
            var written = MarcXmlWriter.write(record);
            assertThat(written.dropped()).isEmpty();
            xml.append(written.xml());
        }
        reread(xml.append(MarcXmlWriter.TAIL).toString().getBytes(StandardCharsets.UTF_8), records);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readableSamples")
    void json(Path sample) throws IOException, MarcFileRefused {
        var records = Samples.contents(sample).records();
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

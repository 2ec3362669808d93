package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample file, clean, special or hostile, comes to the outcome that the table names. */
class SampleOutcomesTest {
    record Outcome(
            String file,
            int read,
            int rejected,
            String reasons,
            String kinds,
            String findings,
            String text,
            String never,
            String why) {
        @Override
        public String toString() {
            return file + (why.isEmpty() ? "" : " (" + why + ")");
        }
    }

    static Stream<Outcome> outcomes() throws IOException {
        Samples.assumePresent();
        return table().stream();
    }

    private static List<Outcome> table() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SampleOutcomesTest.class.getResourceAsStream("/marc/outcomes.psv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(SampleOutcomesTest::outcome)
                    .toList();
        }
    }

    private static Outcome outcome(String line) {
        var cells = line.split("\\|", -1);
        assertThat(cells).as(line).hasSize(9);
        return new Outcome(
                cells[0],
                Integer.parseInt(cells[1]),
                Integer.parseInt(cells[2]),
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                cells[7],
                cells[8]);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void aFileComesToItsRightOutcome(Outcome right) {
        Samples.Contents contents;
        try {
            contents = Samples.contents(Samples.file(right.file()));
        } catch (MarcFileRefused e) {
            assertThat(e.problem().name())
                    .as("refused at %s: %s", e.place(), e.detail())
                    .isEqualTo(right.reasons());
            return;
        }
        assertThat(contents.read()).as("read").hasSize(right.read());
        assertThat(contents.rejected()).as("rejected").hasSize(right.rejected());
        assertThat(reasons(contents)).as("reasons").isEqualTo(right.reasons());
        assertThat(kinds(contents)).as("kinds of record").isEqualTo(right.kinds());
        assertThat(findings(contents)).as("findings").isEqualTo(right.findings());
        everyEntrySaysWhereItStands(contents);
        assertThat(contents.text()).contains(right.text());
        if (!right.never().isEmpty()) {
            assertThat(contents.text()).doesNotContain(right.never().split(" "));
        }
    }

    @Test
    void noSampleIsMissingFromTheTable() throws IOException {
        Samples.assumePresent();
        var listed = table().stream().map(Outcome::file).collect(Collectors.toCollection(TreeSet::new));
        var found = new TreeSet<String>();
        for (var folder : List.of("", "edge/", "malformed/")) {
            Samples.all(folder).forEach(file -> found.add(folder + file.getFileName()));
        }
        assertThat(listed).isEqualTo(found);
        assertThat(listed).filteredOn(name -> name.startsWith("malformed/")).hasSize(109);
        assertThat(listed).filteredOn(name -> name.startsWith("edge/")).hasSize(74);
    }

    private static void everyEntrySaysWhereItStands(Samples.Contents contents) {
        int number = 0;
        long offset = -1;
        for (var entry : contents.entries()) {
            assertThat(entry.at().number()).isEqualTo(++number);
            if (entry.at().entry().isEmpty()) assertThat(entry.at().offset()).isGreaterThan(offset);
            offset = entry.at().offset();
            assertThat(entry.original()).hasSizeLessThanOrEqualTo(1 << 20);
        }
    }

    private static String reasons(Samples.Contents contents) {
        return joined(
                contents.rejected().stream().map(rejected -> rejected.reason().name()));
    }

    private static String findings(Samples.Contents contents) {
        return joined(contents.read().stream()
                .flatMap(read -> read.findings().stream())
                .map(finding -> finding.problem().name()));
    }

    private static String joined(Stream<String> names) {
        var distinct = names.collect(Collectors.toCollection(TreeSet::new));
        return distinct.isEmpty() ? "-" : String.join(" ", distinct);
    }

    private static String kinds(Samples.Contents contents) {
        var kinds = new TreeMap<String, Integer>();
        contents.read().stream()
                .filter(read -> read.type() != RecordType.BIBLIOGRAPHIC)
                .forEach(read -> kinds.merge(read.type().name(), 1, Integer::sum));
        return kinds.isEmpty()
                ? "-"
                : kinds.entrySet().stream()
                        .map(kind -> kind.getKey() + "=" + kind.getValue())
                        .collect(Collectors.joining(" "));
    }

    @Test
    void theFourFormsOfTheSameRecordsReadAlike() throws MarcFileRefused {
        var iso = Samples.contents(Samples.file("mixed-30-utf8.mrc")).records();
        for (var other :
                Arrays.asList("mixed-30-utf8.mrc.gz", "mixed-30-marcxml.xml", "mixed-30-marc-in-json-lines.json")) {
            assertThat(Samples.contents(Samples.file(other)).records())
                    .as(other)
                    .isEqualTo(iso);
        }
    }

    @Test
    void marc8AndUnicodeGiveTheSameText() throws MarcFileRefused {
        var marc8 = Samples.contents(Samples.file("k12-starter-290-marc8.mrc")).records();
        var utf8 = Samples.contents(Samples.file("k12-starter-290-utf8.mrc")).records();
        var xml = Samples.contents(Samples.file("k12-starter-290.xml")).records();
        assertThat(marc8).isEqualTo(utf8);
        assertThat(xml).isEqualTo(utf8);
    }

    @Test
    void originalBytesAreThoseOfTheFile() throws IOException, MarcFileRefused {
        for (var name : List.of(
                "k12-starter-290-utf8.mrc",
                "malformed/xml-bom-utf16.xml",
                "opera-43.xml",
                "mixed-30-marc-in-json-lines.json")) {
            var file = Files.readAllBytes(Samples.file(name));
            for (var entry : Samples.contents(Samples.file(name)).entries()) {
                int from = (int) entry.at().offset();
                assertThat(Arrays.copyOfRange(file, from, from + entry.original().length))
                        .as("%s record %s", name, entry.at())
                        .isEqualTo(entry.original());
            }
        }
    }
}

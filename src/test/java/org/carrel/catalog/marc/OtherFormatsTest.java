package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.carrel.catalog.DataField;
import org.carrel.catalog.Subfield;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON, mnemonic text, archives, and files that are something else. */
class OtherFormatsTest {
    @TempDir
    Path folder;

    private Samples.Contents read(byte[] bytes) throws IOException, MarcFileRefused {
        return Samples.contents(Files.write(folder.resolve("file"), bytes));
    }

    private Samples.Contents read(String text) throws IOException, MarcFileRefused {
        return read(Given.utf8(text));
    }

    private static FileProblem refusal(Throwable thrown) {
        return ((MarcFileRefused) thrown).problem();
    }

    @Test
    void aBrokenJsonRecordIsOneReject() throws IOException, MarcFileRefused {
        var one = MarcJson.write(Given.record("j1", "One"));
        var two = MarcJson.write(Given.record("j2", "Two"));
        var three = MarcJson.write(Given.record("j3", "Three"));
        for (var broken :
                new String[] {two.replace("Two\"", "Two"), two.substring(0, 90), two.replace("\"245\":", "")}) {
            for (var separator : new String[] {"\n", ","}) {
                var contents = read("[" + one + separator + broken + separator + three + "]");
                assertThat(contents.records())
                        .as(broken)
                        .extracting(Samples::title)
                        .contains("One", "Three");
                assertThat(contents.rejected()).as(broken).hasSize(1);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # in a wrapper
            {"records":[%s]}
            # tags as keys of one object
            {"leader":"00000nam a2200000 i 4500","fields":{"001":"x","245":{"ind1":"1","ind2":"0","subfields":[{"a":"One"}]}}}
            # several codes in one object, numbers as text
            {"leader":"00000nam a2200000 i 4500","fields":[{"001":17},{"245":{"ind1":"1","ind2":"0","subfields":{"a":"One"}}}]}
            # escapes
            {"leader":"00000nam a2200000 i 4500","fields":[{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"\\u004fne"}]}}]}
            """)
    void jsonHasItsDialects(String json) throws IOException, MarcFileRefused {
        var contents = read(json.formatted(MarcJson.write(Given.record("j1", "One"))));
        assertThat(contents.records()).extracting(Samples::title).containsExactly("One");
        assertThat(contents.rejected()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            caf{eacute}             | café
            caf{acute}e             | café
            {dollar}5 {lcub}x{rcub} | $5 {x}
            {AElig}sop {copy}2001   | Æsop ©2001
            Gar{cedil}con           | Garçon
            5 {euro}, Stra{eszett}e | 5 €, Straße
            {unknown} thing         | {unknown} thing
            {llig}i{rlig}a          | i͡a
            naïve {uml}uber         | naïve über
            """)
    void mnemonicsAreReplaced(String written, String text) throws IOException, MarcFileRefused {
        var contents = read("=LDR  00000nam a2200000 i 4500\r\n=001  m1\r\n=245  1\\$a" + written + "\r\n");
        var field = contents.records().getFirst().data("245").findFirst().orElseThrow();
        assertThat(field).isEqualTo(new DataField("245", '1', ' ', java.util.List.of(new Subfield('a', text))));
    }

    @Test
    void mnemonicRecordsArePartedByBlankLinesOrByTheirLeader() throws IOException, MarcFileRefused {
        var record = "=LDR  00000nam\\a2200000\\i\\4500\n=001  m\n=245  10$aOne$bline\nwrapped\n";
        var contents = read("\uFEFF" + record + "\n\n" + record + record);
        assertThat(contents.records()).hasSize(3).allSatisfy(read -> {
            assertThat(read.data("245").findFirst().flatMap(field -> field.first('b')))
                    .contains("line wrapped");
            assertThat(read.leader()).isEqualTo(Given.LEADER);
        });
        assertThat(contents.entries()).extracting(entry -> entry.at().line()).containsExactly(1, 7, 11);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void anArchiveIsReadWithoutUnpackingIt() throws IOException, MarcFileRefused {
        var record = Given.iso(Given.record("z1", "One"));
        var archive = Files.write(
                folder.resolve("archive"),
                zip(Map.of(
                        "../../up.mrc",
                        record,
                        "a/b/deep.mrc.gz",
                        gzip(record),
                        "read.me",
                        Given.latin("hello"),
                        "inner.zip",
                        zip(Map.of("x.mrc", record)))));
        var before = names();
        var contents = Samples.contents(archive);
        assertThat(contents.read())
                .extracting(read -> read.at().entry())
                .containsExactlyInAnyOrder("up.mrc", "deep.mrc.gz");
        assertThat(contents.notes()).containsExactlyInAnyOrder("TEXT_FILE read.me", "ARCHIVE_IN_ARCHIVE inner.zip");
        assertThat(names()).isEqualTo(before);
    }

    private java.util.Set<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(Path::toString).collect(Collectors.toSet());
        }
    }

    @Test
    void bombsAreStopped() throws IOException {
        var zeros = new byte[20 << 20];
        assertThatThrownBy(() -> read(gzip(zeros))).satisfies(e -> assertThat(refusal(e))
                .isIn(FileProblem.INFLATES_SUSPICIOUSLY, FileProblem.OTHER_KIND_OF_FILE));
        var record = Given.iso(Given.record("z1", "One"));
        var good = Given.joined(record, zeros);
        assertThatThrownBy(() -> read(gzip(good)))
                .satisfies(e -> assertThat(refusal(e)).isEqualTo(FileProblem.INFLATES_SUSPICIOUSLY));
        var small = new ReadLimits(1_000, 3, 200, 1 << 20, 10);
        var file = Files.write(
                folder.resolve("small"),
                gzip(Given.joined(record, record, record, record, record, record, record, record, record)));
        assertThatThrownBy(() -> Samples.contents(file, small))
                .satisfies(e -> assertThat(refusal(e)).isEqualTo(FileProblem.TOO_LARGE));
        var many = Files.write(folder.resolve("many"), zip(Map.of("a", record, "b", record, "c", record, "d", record)));
        assertThatThrownBy(() -> Samples.contents(many, small))
                .satisfies(e -> assertThat(refusal(e)).isEqualTo(FileProblem.TOO_MANY_ENTRIES));
    }

    @Test
    void aDamagedArchiveIsRefusedAfterItsGoodRecords() throws IOException, MarcFileRefused {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 20_000; i++) bytes.writeBytes(Given.iso(Given.record("z" + i, "Title " + i * 7919)));
        var packed = gzip(bytes.toByteArray());
        var file = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(packed, packed.length / 2));
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            assertThat(reader.next()).isPresent();
            assertThatThrownBy(() -> {
                        while (reader.next().isPresent()) continue;
                    })
                    .satisfies(e -> assertThat(refusal(e)).isEqualTo(FileProblem.ARCHIVE_DAMAGED));
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | EMPTY_FILE
            '   '                               | EMPTY_FILE
            <!DOCTYPE html><html></html>        | HTML_PAGE
            <HTML><body>502</body></HTML>       | HTML_PAGE
            Title;Author;ISBN                   | CSV_FILE
            Dear librarian                      | TEXT_FILE
            %PDF-1.7 x                          | OTHER_KIND_OF_FILE
            """)
    void anythingElseIsRefusedByItsName(String content, FileProblem problem) {
        assertThatThrownBy(() -> read(content))
                .satisfies(e -> assertThat(refusal(e)).isEqualTo(problem));
    }

    @Test
    void aProgramRenamedIsNoMarcFile() {
        assertThatThrownBy(() -> read(Given.latin("MZ\u0090\u0000\u0003\u0000\u0000\u001D\u001E\u001F".repeat(20))))
                .isInstanceOf(MarcFileRefused.class);
    }

    @Test
    void pagesOfTheServerInUtf16AreSeenThrough() {
        assertThatThrownBy(() -> read("\uFEFF<html></html>".getBytes(StandardCharsets.UTF_16LE)))
                .satisfies(e -> assertThat(refusal(e)).isEqualTo(FileProblem.HTML_PAGE));
    }
}

package org.carrel.catalog.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carrel.catalog.ExportRequest;
import org.carrel.catalog.ExportRequest.Format;
import org.carrel.catalog.ImportSettings;
import org.carrel.catalog.MarcField;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordChanges.Change;
import org.carrel.catalog.RecordChanges.Reason;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.OriginalRecord;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.rules.RecordMerge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every step of a record has its reason, and what has none is an error. */
class CertificationTest {
    private static final Path FOLDER = Path.of("..", "shared", "marc");

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "k12-starter-290-utf8.mrc",
                "k12-starter-290.xml",
                "loc-books-100-utf8.mrc",
                "evergreen-concerto-items-852.mrc",
                "mixed-30-marc-in-json-lines.json",
                "french-500-marc8.mrc",
                "cjk-19-utf8.mrc"
            })
    void aCleanFileComesOutFieldForField(String name) throws IOException, MarcFileRefused {
        var entries = entries(sample(name));
        for (var format : List.of(Format.ISO2709, Format.MARCXML, Format.JSON)) {
            assertThat(certified(entries, format))
                    .allSatisfy(changes -> assertThat(changes).isEmpty());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            # a control character of Windows in a price
            koha-sample-435-items-952.mrc, 020$c
            # DEL in a Hebrew heading
            hebrew-20-marc8.mrc, 880$a
            """)
    void aRepairIsListedAndTheOtherRecordsAreUnchanged(String name, String place) throws IOException, MarcFileRefused {
        var changed = certified(entries(sample(name)), Format.ISO2709).stream()
                .filter(changes -> !changes.isEmpty())
                .toList();
        assertThat(changed)
                .singleElement()
                .satisfies(changes -> assertThat(changes).singleElement().satisfies(change -> {
                    assertThat(change.reason()).isEqualTo(Reason.REPAIRED);
                    assertThat(change.tag()).isEqualTo(place);
                    assertThat(change.detail()).contains("control character");
                }));
    }

    static Stream<Path> samples() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "SKIPPED: the sample files are not beside the project at " + FOLDER);
        try (var files = Files.list(FOLDER)) {
            return files
                    .filter(file ->
                            Files.isRegularFile(file) && !file.toString().endsWith(".md"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void nothingEverDiffersWithoutAReason(Path sample) throws IOException, MarcFileRefused {
        List<MarcEntry.Read> entries;
        try {
            entries = entries(sample);
        } catch (MarcFileRefused e) {
            assertThat(e.problem().name()).isIn("UNIMARC_FILE", "NO_RECORDS");
            return;
        }
        for (var format : List.of(Format.ISO2709, Format.ISO2709_MARC8, Format.MARCXML)) {
            assertThat(certified(entries, format)).allSatisfy(changes -> assertThat(changes)
                    .extracting(Change::reason)
                    .isSubsetOf(Reason.REPAIRED, Reason.NOT_IN_MARC_8, Reason.CHARACTER_SETS));
        }
    }

    @Test
    void aMergeIsAReasonOnlyWhenItGivesTheRecordThatIsKept() throws IOException, MarcFileRefused {
        var imported = entries(sample("k12-starter-290-utf8.mrc")).getFirst();
        var before = with(imported.record(), Copies.data("590", "aGift of the parents"));
        var merged = RecordMerge.overlay(before, imported.record());
        assertThat(changes(imported, merged, List.of(before))).singleElement().satisfies(change -> {
            assertThat(change.reason()).isEqualTo(Reason.MERGED);
            assertThat(change.is()).contains("Gift of the parents");
        });
        var spoilt = with(merged, Copies.data("500", "afrom nowhere"));
        assertThat(changes(imported, spoilt, List.of(before)))
                .extracting(Change::reason)
                .containsOnly(Reason.UNEXPLAINED);
        var edited = new Certification(
                imported, spoilt, List.of(before), true, spoilt, Set.of(), false, ImportSettings.DEFAULT);
        assertThat(edited.changes(Optional.of(spoilt)))
                .extracting(Change::reason)
                .containsOnly(Reason.EDITED);
    }

    @Test
    void copiesAreAReasonForTheirOwnFieldsOnly() throws IOException, MarcFileRefused {
        var imported = entries(sample("k12-starter-290-utf8.mrc")).getFirst();
        var kept = imported.record();
        var meant = CopyFields.write(kept, List.of(Copies.GOOD), ExportRequest.Copies.IN_852);
        var tags = CopyFields.tags(kept, ExportRequest.Copies.IN_852);
        var certification =
                new Certification(imported, kept, List.of(), false, meant, tags, false, ImportSettings.DEFAULT);
        assertThat(certification.changes(Optional.of(meant)))
                .isNotEmpty()
                .extracting(Change::reason)
                .containsOnly(Reason.COPIES);
        var lost = new MarcRecord(
                meant.leader(), meant.fields().subList(1, meant.fields().size()));
        assertThat(certification.changes(Optional.of(lost)))
                .extracting(Change::reason)
                .contains(Reason.UNEXPLAINED);
        assertThat(certification.changes(Optional.empty()))
                .extracting(Change::reason)
                .contains(Reason.NOT_READ_BACK);
    }

    private static MarcRecord with(MarcRecord record, MarcField field) {
        var fields = new ArrayList<>(record.fields());
        fields.add(field);
        return new MarcRecord(record.leader(), fields);
    }

    private static List<Change> changes(MarcEntry.Read imported, MarcRecord kept, List<MarcRecord> earlier) {
        return new Certification(imported, kept, earlier, false, kept, Set.of(), false, ImportSettings.DEFAULT)
                .changes(Optional.of(kept));
    }

    private static Path sample(String name) {
        var file = FOLDER.resolve(name);
        assumeTrue(Files.isReadable(file), "SKIPPED: the sample file " + file + " is not there");
        return file;
    }

    private static List<MarcEntry.Read> entries(Path file) throws MarcFileRefused {
        var entries = new ArrayList<MarcEntry.Read>();
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                if (entry.get() instanceof MarcEntry.Read read) entries.add(read);
            }
        }
        return entries;
    }

    /** Out into a file and back, each record compared with its bytes. */
    private List<List<Change>> certified(List<MarcEntry.Read> entries, Format format)
            throws IOException, MarcFileRefused {
        var form = new RecordForm(format, ExportRequest.Copies.AS_IMPORTED);
        var target = folder.resolve("out-" + format);
        var written = new ArrayList<MarcEntry.Read>();
        try (var file = new RecordFile(target, format)) {
            for (var entry : entries) {
                if (file.write(form.apply(entry.record(), List.of())).isEmpty()) written.add(entry);
            }
            file.complete();
        }
        var again = entries(target);
        assertThat(again).hasSameSizeAs(written);
        var all = new ArrayList<List<Change>>();
        for (var i = 0; i < written.size(); i++) {
            var entry = written.get(i);
            var imported = OriginalRecord.read(
                            entry.original(),
                            entry.format().name(),
                            entry.encoding().found().name(),
                            entry.record()::equals)
                    .orElseThrow();
            var meant = form.apply(entry.record(), List.of());
            var marc8 = format == Format.ISO2709_MARC8;
            all.add(new Certification(
                            imported, entry.record(), List.of(), false, meant, Set.of(), marc8, ImportSettings.DEFAULT)
                    .changes(Optional.of(again.get(i).record())));
        }
        return all;
    }
}

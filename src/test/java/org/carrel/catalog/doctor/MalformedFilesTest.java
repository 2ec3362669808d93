package org.carrel.catalog.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carrel.catalog.Finding;
import org.carrel.catalog.Repair;
import org.carrel.catalog.Repair.Kind;
import org.carrel.catalog.marc.MarcEntry;
import org.carrel.catalog.marc.MarcFileReader;
import org.carrel.catalog.marc.MarcFileRefused;
import org.carrel.catalog.marc.MarcProblem;
import org.carrel.catalog.marc.ReadLimits;
import org.carrel.catalog.marc.SingleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every malformed sample file that has records: what the reader refuses or repairs, the doctor can show. */
class MalformedFilesTest {
    private static final Path FOLDER = Path.of("..", "shared", "marc", "malformed");
    private static final Set<MarcProblem> FRAME = EnumSet.of(
            MarcProblem.RECORD_LENGTH_WRONG,
            MarcProblem.RECORD_TERMINATOR_MISSING,
            MarcProblem.BASE_ADDRESS_WRONG,
            MarcProblem.DIRECTORY_REPAIRED);

    static Stream<Path> files() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "SKIPPED: the sample files are not beside the project at " + FOLDER);
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void whatIsRejectedHasAMarkedFault(Path file) {
        for (var entry : entries(file)) {
            var format = SingleRecord.formatOf(entry.original());
            var diagnosis = Examination.of(entry.original(), format);
            if (entry instanceof MarcEntry.Rejected rejected && rejected.original().length > 0) {
                assertThat(diagnosis.faults()).as("record %s", rejected.at()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void whatTheReaderHadToRepairHasAMarkedFault(Path file) {
        for (var entry : entries(file)) {
            if (!(entry instanceof MarcEntry.Read read)) continue;
            if (read.findings().stream().noneMatch(MalformedFilesTest::isFrame)) continue;
            var diagnosis = Examination.of(read.original(), read.format());
            assertThat(diagnosis.faults()).as("record %s", read.at()).isNotEmpty();
        }
    }

    /** So that the rules above cannot pass for want of records. */
    @Test
    void thereAreRejectsAndRepairsAmongThem() throws IOException {
        var all = files().flatMap(file -> entries(file).stream()).toList();
        assertThat(all).filteredOn(MarcEntry.Rejected.class::isInstance).hasSizeGreaterThan(6);
        var kinds = all.stream()
                .map(entry -> Examination.of(entry.original(), SingleRecord.formatOf(entry.original())))
                .flatMap(diagnosis -> diagnosis.repairs().stream())
                .map(Repair::kind)
                .collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
    }

    /** A repair never changes what our own reader reads, unless it says that text is lost or read anew. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aRepairOfTheFrameKeepsEveryLetter(Path file) {
        for (var entry : entries(file)) {
            if (!(entry instanceof MarcEntry.Read read)) continue;
            for (var repair : Examination.of(read.original(), read.format()).repairs()) {
                if (repair.kind() != Kind.FRAME) continue;
                assertThat(repair.preview().fields())
                        .as("record %s", read.at())
                        .isEqualTo(read.record().fields());
            }
        }
    }

    private static boolean isFrame(Finding finding) {
        return finding.problem() instanceof MarcProblem problem && FRAME.contains(problem);
    }

    /** Refused files have no records, which is an answer too. */
    private static List<MarcEntry> entries(Path file) {
        var entries = new ArrayList<MarcEntry>();
        try (var reader = MarcFileReader.open(file, ReadLimits.defaults())) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) entries.add(entry.get());
        } catch (MarcFileRefused e) {
            assertThat(e.getMessage()).isNotNull();
        }
        return entries;
    }
}

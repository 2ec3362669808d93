package org.carrel.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carrel.catalog.MarcRecord;
import org.carrel.catalog.RecordProblem;
import org.carrel.catalog.RecordProblem.Severity;
import org.carrel.catalog.rules.BriefRecordEdit;
import org.carrel.catalog.rules.BriefRecords;
import org.carrel.catalog.rules.RecordProblemKind;
import org.carrel.catalog.rules.RecordRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the editor over every clean sample file. */
class RecordRulesSamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String BIBLIOGRAPHIC = "acdefgijkmoprt";

    static Stream<Path> samples() {
        Samples.assumePresent();
        return Stream.concat(Samples.all("").stream(), Samples.all("edge").stream())
                .filter(file ->
                        !file.toString().contains("unimarc") && !file.toString().contains("oai-pmh"));
    }

    /** Nothing that was imported is refused when it is saved, but for records that have no title at all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void no_record_has_an_error_and_the_unchanged_form_changes_nothing(Path sample) throws MarcFileRefused {
        for (var record : records(sample)) {
            var hasTitle = record.data("245").findAny().isPresent();
            assertThat(RecordRules.check(record, TODAY))
                    .filteredOn(problem -> problem.severity() == Severity.ERROR)
                    .allMatch(problem -> problem.kind() == RecordProblemKind.TITLE_MISSING && !hasTitle);
            assertThat(BriefRecordEdit.apply(BriefRecords.of(record), record)).isSameAs(record);
        }
    }

    /** A warning that fires on every fifth record of the Library of Congress would be noise. */
    @Test
    void records_of_the_library_of_congress_and_of_the_school_set_are_not_full_of_warnings() throws MarcFileRefused {
        var counts = new TreeMap<String, Integer>();
        var records = records(Samples.file("loc-books-100-utf8.mrc"));
        for (var record : records) {
            RecordRules.check(record, TODAY).stream()
                    .map(problem -> problem.kind().name())
                    .distinct()
                    .forEach(kind -> counts.merge(kind, 1, Integer::sum));
        }
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, "LC: " + counts);
        assertThat(counts.values()).allMatch(count -> count <= records.size() / 5);
        assertThat(records(Samples.file("k12-starter-290-utf8.mrc")))
                .flatMap(record -> RecordRules.check(record, TODAY))
                .extracting(RecordProblem::kind)
                .isEmpty();
    }

    private static List<MarcRecord> records(Path sample) throws MarcFileRefused {
        return Samples.contents(sample).records().stream()
                .filter(record -> BIBLIOGRAPHIC.indexOf(record.leaderAt(6)) >= 0)
                .toList();
    }
}

package org.carrel.patrons.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.carrel.patrons.MergeResult.Problem;
import org.carrel.patrons.Patron;
import org.carrel.patrons.PatronFacts;
import org.carrel.patrons.PatronField;
import org.junit.jupiter.api.Test;

class MergeRulesTest {
    private static final PatronFacts ANA = PatronFacts.NONE
            .with(PatronField.FAMILY_NAME, "Ruiz")
            .with(PatronField.USERNAME, "ana.ruiz")
            .with(PatronField.CATEGORY, "STUDENT");

    private static Patron patron(long id, PatronFacts facts, Optional<Long> mergedInto) {
        return new Patron(
                id,
                facts,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Set.of(),
                mergedInto,
                1,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Test
    void nobodyIsMergedWithTheSameEntryOrAfterTheyAreGoneOrWithTheOwnPerson() {
        var one = patron(1, ANA, Optional.empty());
        var other = patron(2, ANA.with(PatronField.USERNAME, "ruiz.ana"), Optional.empty());
        assertThat(MergeRules.refusal(one, other, "librarian")).isEmpty();
        assertThat(MergeRules.refusal(one, one, "librarian")).hasValue(Problem.SAME);
        assertThat(MergeRules.refusal(one, other, "Ana.Ruiz")).hasValue(Problem.OWN);
        assertThat(MergeRules.refusal(other, one, "ana.ruiz")).hasValue(Problem.OWN);
        assertThat(MergeRules.refusal(one, patron(3, ANA, Optional.of(1L)), "librarian"))
                .hasValue(Problem.GONE);
    }

    @Test
    void onlyWhatIsEmptyIsFilledAndNeverTheState() {
        var kept = ANA.with(PatronField.EMAIL, "").with(PatronField.STATUS, "");
        var other = ANA.with(PatronField.EMAIL, "a@school.org")
                .with(PatronField.USERNAME, "another")
                .with(PatronField.STATUS, "INACTIVE");
        assertThat(MergeRules.filled(kept, other)).containsExactly(PatronField.EMAIL);
    }

    @Test
    void bothNotesAreKeptOnce() {
        assertThat(MergeRules.note("", "Tuesdays")).isEqualTo("Tuesdays");
        assertThat(MergeRules.note("Left-handed", "Tuesdays")).isEqualTo("Left-handed\nTuesdays");
        assertThat(MergeRules.note("Tuesdays only", "Tuesdays")).isEqualTo("Tuesdays only");
        assertThat(MergeRules.note("x".repeat(4_990), "y".repeat(100))).hasSize(Patron.MAX_NOTE);
    }
}

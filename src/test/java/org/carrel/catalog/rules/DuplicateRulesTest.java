package org.carrel.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.carrel.catalog.rules.DuplicateRules.Group;
import org.carrel.catalog.rules.DuplicateRules.Pair;
import org.junit.jupiter.api.Test;

class DuplicateRulesTest {
    private static final int YEAR = 2026;
    private static final String BY = "100 1# $aTester, Nora.";

    private static Candidate record(long id, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.add(BY);
        return new Candidate(id, RecordMapping.matchFacts(Marc.book(all.toArray(String[]::new)), YEAR));
    }

    private static final Candidate ONE = record(1, "020 ## $a9780316769488", "245 10 $aDogs");
    private static final Candidate TWO = record(2, "020 ## $a0316769487", "245 10 $aDogs /");
    private static final Candidate THREE = record(3, "245 10 $aDogs");
    private static final Candidate OTHER = record(4, "245 10 $aCats");

    @Test
    void recordsThatAnImportWouldRecogniseAreOneGroup() {
        assertThat(DuplicateRules.groups(List.of(List.of(ONE, TWO)), (one, other) -> false))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.records()).containsExactly(1L, 2L);
                    assertThat(group.score()).isEqualTo(80);
                });
    }

    @Test
    void whatHangsTogetherIsOneGroupAndTheSurestStandsFirst() {
        var groups = DuplicateRules.groups(
                List.of(List.of(ONE, TWO), List.of(ONE, TWO, THREE), List.of(OTHER)), (one, other) -> false);
        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.records()).containsExactly(1L, 2L, 3L);
            assertThat(group.pairs())
                    .extracting(Pair::key)
                    .extracting(MatchKey::kind)
                    .startsWith(MatchKey.Kind.ISBN);
        });
    }

    @Test
    void whatSomebodyHasDismissedIsNotShownAgain() {
        assertThat(DuplicateRules.groups(List.of(List.of(ONE, TWO)), (one, other) -> one == 1 && other == 2))
                .isEmpty();
    }

    @Property(tries = 50)
    void theOrderOfTheRecordsDoesNotMatter(@ForAll long seed) {
        var records = new ArrayList<>(List.of(ONE, TWO, THREE, OTHER));
        var groups = DuplicateRules.groups(List.of(records), (one, other) -> false);
        Collections.shuffle(records, new Random(seed));
        assertThat(DuplicateRules.groups(List.of(records), (one, other) -> false))
                .extracting(Group::records)
                .isEqualTo(groups.stream().map(Group::records).toList());
    }
}

package org.carrel.shelfwork.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ShelfOrder;
import org.carrel.shelfwork.ShelfCopy;
import org.carrel.shelfwork.ShelfCopy.Where;
import org.carrel.shelfwork.ShelfOutcome;
import org.carrel.shelfwork.rules.ShelfRules.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an inventory finds of a copy. */
class ShelfRulesTest {
    private static final Place SHELF = new Place(1, 7, ShelfOrder.span("FIC A", "FIC F"));

    static ShelfCopy copy(int site, int location, String key, ItemCondition condition, boolean withdrawn, Where where) {
        return new ShelfCopy(
                5, 6, "B1", "Holes", "FIC SAC", key, site, "School", location, "Fiction", condition, withdrawn, where);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}, withdrawn {4}, {5}, in order {6}: {7}")
    @CsvSource(textBlock = """
            1, 7, 3FIC C, GOOD,    false, SHELF,      true,  FINE
            1, 7, 3FIC C, WORN,    false, SHELF,      true,  FINE
            1, 7, 3FIC C, GOOD,    false, SHELF,      false, OUT_OF_ORDER
            # in order among its like, and beyond the range that was chosen
            1, 7, 3FIC Z, GOOD,    false, SHELF,      true,  OUT_OF_ORDER
            1, 7, ~,      GOOD,    false, SHELF,      false, NO_CALL_NUMBER
            1, 8, 3FIC C, GOOD,    false, SHELF,      true,  WRONG_LOCATION
            1, 0, 3FIC C, GOOD,    false, SHELF,      true,  WRONG_LOCATION
            2, 7, 3FIC C, GOOD,    false, SHELF,      true,  WRONG_SITE
            1, 7, 3FIC C, GOOD,    false, ON_LOAN,    true,  ON_LOAN
            # of whatever place: it has to be checked in first
            2, 9, 3FIC C, GOOD,    false, ON_LOAN,    true,  ON_LOAN
            1, 7, 3FIC C, MISSING, false, SHELF,      true,  FOUND
            # what a borrower has lost is on loan still
            1, 7, 3FIC C, LOST,    false, ON_LOAN,    true,  FOUND
            1, 7, 3FIC C, GOOD,    false, HOLD_SHELF, true,  SET_ASIDE
            1, 7, 3FIC C, GOOD,    false, IN_TRANSIT, true,  SET_ASIDE
            1, 7, 3FIC C, GOOD,    false, PULLED,     true,  SET_ASIDE
            1, 7, 3FIC C, IN_REPAIR, false, SHELF,    true,  SET_ASIDE
            # withdrawn counts more than all else
            2, 9, 3FIC C, MISSING, true,  ON_LOAN,    false, WITHDRAWN
            """)
    void ofACopyThatWasScanned(
            int site,
            int location,
            String key,
            ItemCondition condition,
            boolean withdrawn,
            Where where,
            boolean right,
            ShelfOutcome outcome) {
        var scanned = copy(site, location, keyOf(key), condition, withdrawn, where);
        assertThat(ShelfRules.scanned(scanned, SHELF, right)).isEqualTo(outcome);
    }

    /** As the catalog makes keys: a section behind "no prefix". */
    private static String keyOf(String key) {
        return key.equals("~") ? key : "0" + key;
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(textBlock = """
            GOOD,      SHELF,      MISSING
            DAMAGED,   SHELF,      MISSING
            # nobody calls missing what is known to be elsewhere
            GOOD,      ON_LOAN,    ELSEWHERE
            GOOD,      HOLD_SHELF, ELSEWHERE
            GOOD,      IN_TRANSIT, ELSEWHERE
            GOOD,      PULLED,     ELSEWHERE
            IN_REPAIR, SHELF,      ELSEWHERE
            # it is known to be gone already
            MISSING,   SHELF,      ELSEWHERE
            LOST,      ON_LOAN,    ELSEWHERE
            """)
    void ofACopyThatNobodyScanned(ItemCondition condition, Where where, ShelfOutcome outcome) {
        assertThat(ShelfRules.unseen(copy(1, 7, "03FIC C", condition, false, where)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(textBlock = """
            1, 7, 03FIC C, true
            # what belongs elsewhere says nothing of its neighbours
            2, 7, 03FIC C, false
            1, 8, 03FIC C, false
            1, 7, 03FIC Z, false
            1, 7, ~,       false
            """)
    void onlyWhatBelongsHereCountsForTheOrder(int site, int location, String key, boolean counts) {
        var scanned = copy(site, location, key, ItemCondition.GOOD, false, Where.SHELF);
        assertThat(ShelfRules.isInSequence(scanned, SHELF)).isEqualTo(counts);
        assertThat(ShelfRules.isInSequence(scanned, new Place(site, 0, Optional.empty())))
                .isEqualTo(!key.equals("~"));
    }
}

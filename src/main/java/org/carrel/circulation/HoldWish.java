package org.carrel.circulation;

import java.util.OptionalLong;
import java.util.Set;

/**
 * A hold that somebody wants to place.
 *
 * @param bib number of the record
 * @param onlyItem the copy that alone will do; staff only
 * @param site code of the site where it is picked up
 * @param quantity how many copies; staff only
 * @param overridden what staff lift
 * @param reason why, where something is lifted
 */
public record HoldWish(
        long patron,
        long bib,
        OptionalLong onlyItem,
        String site,
        int quantity,
        Set<HoldProblem> overridden,
        String reason) {
    public HoldWish {
        overridden = Set.copyOf(overridden);
    }

    /** Any copy of a title. */
    public static HoldWish ofTitle(long patron, long bib, String site) {
        return new HoldWish(patron, bib, OptionalLong.empty(), site, 1, Set.of(), "");
    }
}

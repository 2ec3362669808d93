package org.carrel.shelfwork.rules;

import java.util.List;
import java.util.Optional;
import org.carrel.catalog.ItemCondition;
import org.carrel.catalog.ShelfOrder;
import org.carrel.catalog.ShelfOrder.Span;
import org.carrel.shelfwork.ShelfCopy;
import org.carrel.shelfwork.ShelfOutcome;

/** What an inventory of a shelf finds of a copy. */
public final class ShelfRules {
    private ShelfRules() {}

    /**
     * What is looked through.
     *
     * @param site number of the site
     * @param location 0: whatever the location
     * @param span call numbers; empty: from the first scan to the last
     */
    public record Place(int site, int location, Optional<Span> span) {
        boolean isOf(ShelfCopy copy) {
            return copy.site() == site && (location == 0 || location == copy.location());
        }
    }

    /** Of a copy that was scanned. @param right whether it stands in the order of what was scanned with it */
    public static ShelfOutcome scanned(ShelfCopy copy, Place place, boolean right) {
        if (copy.withdrawn()) return ShelfOutcome.WITHDRAWN;
        // What a borrower has lost is on loan still.
        if (isGone(copy.condition())) return ShelfOutcome.FOUND;
        if (copy.where() == ShelfCopy.Where.ON_LOAN) return ShelfOutcome.ON_LOAN;
        if (copy.site() != place.site()) return ShelfOutcome.WRONG_SITE;
        if (copy.where() != ShelfCopy.Where.SHELF || copy.condition() == ItemCondition.IN_REPAIR)
            return ShelfOutcome.SET_ASIDE;
        if (!place.isOf(copy)) return ShelfOutcome.WRONG_LOCATION;
        if (ShelfOrder.isNowhere(copy.key())) return ShelfOutcome.NO_CALL_NUMBER;
        return right && isWithin(copy, place) ? ShelfOutcome.FINE : ShelfOutcome.OUT_OF_ORDER;
    }

    /** Of a copy that belongs here and was not scanned. */
    public static ShelfOutcome unseen(ShelfCopy copy) {
        var here = copy.where() == ShelfCopy.Where.SHELF
                && !isGone(copy.condition())
                && copy.condition() != ItemCondition.IN_REPAIR;
        return here ? ShelfOutcome.MISSING : ShelfOutcome.ELSEWHERE;
    }

    /** Whether it counts for the order: what belongs elsewhere stands wrong anyway, and says nothing of its neighbours. */
    public static boolean isInSequence(ShelfCopy copy, Place place) {
        return !copy.withdrawn() && place.isOf(copy) && !ShelfOrder.isNowhere(copy.key()) && isWithin(copy, place);
    }

    /**
     * Whether a copy belongs to what is looked through.
     *
     * @param scanned where no call numbers were chosen: from where to where somebody has scanned
     */
    public static boolean isExpected(ShelfCopy copy, Place place, List<Span> scanned) {
        if (copy.withdrawn() || !place.isOf(copy)) return false;
        return place.span().isPresent()
                ? isWithin(copy, place)
                : scanned.stream().anyMatch(span -> span.holds(copy.key()));
    }

    private static boolean isWithin(ShelfCopy copy, Place place) {
        return place.span().isEmpty() || place.span().get().holds(copy.key());
    }

    private static boolean isGone(ItemCondition condition) {
        return condition == ItemCondition.LOST || condition == ItemCondition.MISSING;
    }
}

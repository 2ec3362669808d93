package org.carrel.circulation.holds;

import org.carrel.catalog.ItemForLoan;

/**
 * A copy that somebody at the desk has in hand.
 *
 * @param home number of the site that it belongs to
 * @param itemType code; empty for none
 * @param fit it could be given to somebody who waits: not damaged, lost, in repair or withdrawn, and lent at all
 */
public record DeskCopy(long item, long bib, int home, String itemType, boolean fit) {
    public static DeskCopy of(ItemForLoan item) {
        var fit = item.lendable()
                && item.condition().isOnShelf()
                && item.withdrawn().isEmpty();
        return new DeskCopy(item.id(), item.bibId(), item.siteId(), item.typeCode(), fit);
    }
}

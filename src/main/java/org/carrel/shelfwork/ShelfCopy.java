package org.carrel.shelfwork;

import java.io.Serializable;
import org.carrel.catalog.ItemCondition;

/**
 * A copy as an inventory sees it.
 *
 * @param barcode empty while it needs one
 * @param callNumber as on its label
 * @param key by which it stands on the shelf
 * @param location 0 for none; {@code locationName} then is empty
 */
public record ShelfCopy(
        long id,
        long bib,
        String barcode,
        String title,
        String callNumber,
        String key,
        int site,
        String siteName,
        int location,
        String locationName,
        ItemCondition condition,
        boolean withdrawn,
        Where where)
        implements Serializable {
    /** Where our records have it. */
    public enum Where {
        SHELF,
        ON_LOAN,
        HOLD_SHELF,
        IN_TRANSIT,
        /** On the book cart of a class. */
        PULLED
    }
}

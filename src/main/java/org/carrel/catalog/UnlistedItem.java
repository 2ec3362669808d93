package org.carrel.catalog;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A copy of a title that is lent and shown nowhere: what the catalog keeps of it.
 *
 * @param id 0 for one that is not there yet
 * @param siteId number of the site it belongs to
 * @param itemType code; by it the loan rules know how it is lent
 * @param barcode empty while it still needs one
 * @param priceCents what it cost; empty when nobody knows
 * @param fund which money paid for it
 */
public record UnlistedItem(
        long id,
        long bibId,
        int siteId,
        String itemType,
        String barcode,
        OptionalInt priceCents,
        Optional<LocalDate> acquired,
        String vendor,
        String fund,
        String note) {}

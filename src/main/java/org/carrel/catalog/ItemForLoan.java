package org.carrel.catalog;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A copy as a desk sees it: what it is, where it belongs, and whether it may leave.
 *
 * @param barcode empty while the copy still needs one
 * @param siteId number of the site it belongs to
 * @param typeCode item type; empty for none
 * @param title of its record
 * @param location shelf location as shown to people, or empty
 * @param priceCents what it cost; empty when nobody knows
 * @param withdrawn since when it is no longer ours
 */
public record ItemForLoan(
        long id,
        long bibId,
        String barcode,
        int siteId,
        String siteCode,
        String siteName,
        String typeCode,
        String title,
        CallNumber callNumber,
        String location,
        ItemCondition condition,
        boolean lendable,
        OptionalInt priceCents,
        Optional<LocalDate> withdrawn)
        implements Serializable {}

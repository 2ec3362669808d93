package org.carrel.catalog;

import java.io.Serializable;

/**
 * One barcoded thing that can be lent; on screens "copy".
 *
 * @param barcode empty while the copy still needs one
 * @param siteName what people call the school
 * @param location shelf location as shown to people, or empty
 * @param available on the shelf now: not withdrawn, not missing, lendable, on no open loan, and not set aside or on its way
 */
public record Item(
        long id,
        long bibId,
        String barcode,
        String siteCode,
        String siteName,
        String location,
        String itemType,
        CallNumber callNumber,
        String copyNumber,
        String volume,
        boolean available)
        implements Serializable {}

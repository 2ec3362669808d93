package org.carrel.circulation;

import java.io.Serializable;

/**
 * A copy on one of the lists about holds.
 *
 * @param barcode empty while the copy still needs one
 * @param location shelf location as shown to people, or empty
 * @param site that it belongs to
 */
public record HoldCopyFacts(
        long item,
        long bib,
        String title,
        String barcode,
        String callNumber,
        String copyNumber,
        String location,
        int site,
        String siteName,
        String siteCode)
        implements Serializable {}

package org.carrel.desk.rest;

import org.carrel.catalog.ItemForLoan;
import org.carrel.platform.rest.About;

/** A copy. */
public record CopyJson(
        long id,
        String barcode,
        @About("id of its record in the catalog") long record,
        String title,
        String callNumber,
        @About("code of the school it belongs to") String site,
        String location) {
    static CopyJson of(ItemForLoan copy) {
        return new CopyJson(
                copy.id(),
                copy.barcode(),
                copy.bibId(),
                copy.title(),
                copy.callNumber().text(),
                copy.siteCode(),
                copy.location());
    }
}

package org.carrel.catalog;

/**
 * A copy as somebody types it.
 *
 * @param site code
 * @param location code of a shelf location; blank for none
 * @param itemType code; blank for none
 * @param barcode blank: the copy still needs one
 * @param callNumber in one line, as on the spine
 * @param price 8.50, 8,50, 850 means eight hundred and fifty; blank when nobody knows
 * @param acquired 2026-12-01; blank when nobody knows
 */
public record CopyForm(
        String site,
        String location,
        String itemType,
        String barcode,
        String callNumber,
        String copyNumber,
        String volume,
        String price,
        String acquired,
        String vendor,
        String fund,
        String note,
        boolean lendable) {
    /** The fields of the form. */
    public enum Field {
        SITE,
        LOCATION,
        ITEM_TYPE,
        BARCODE,
        CALL_NUMBER,
        COPY_NUMBER,
        VOLUME,
        PRICE,
        ACQUIRED,
        VENDOR,
        FUND,
        NOTE
    }

    /** The same under another barcode. */
    public CopyForm withBarcode(String other) {
        return new CopyForm(
                site,
                location,
                itemType,
                other,
                callNumber,
                copyNumber,
                volume,
                price,
                acquired,
                vendor,
                fund,
                note,
                lendable);
    }
}

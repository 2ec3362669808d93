package org.carrel.catalog;

/**
 * What stands against a copy.
 *
 * @param field where it stands
 * @param detail what is meant: the title that has the barcode, the longest length; may be empty
 */
public record CopyProblem(CopyForm.Field field, Kind kind, String detail) {
    public enum Kind {
        /** No site of this code, or none of who asks. */
        UNKNOWN_SITE,
        UNKNOWN_LOCATION,
        UNKNOWN_TYPE,
        /** Another copy has this barcode. */
        BARCODE_TAKEN,
        /** No barcode has such characters. */
        BARCODE_UNREADABLE,
        TOO_LONG,
        NOT_A_PRICE,
        NOT_A_DATE
    }
}

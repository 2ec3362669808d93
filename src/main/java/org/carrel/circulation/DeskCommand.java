package org.carrel.circulation;

/** What a printed barcode can tell the desk to do. */
public enum DeskCommand {
    /** The patron has gone: the next card or book begins anew. */
    DONE,
    /** Take back what was done last. */
    UNDO,
    /** What was returned last is damaged. */
    DAMAGED,
    /** Something that the patron at the desk has is lost: which one is asked. */
    LOST,
    /** Renew everything that the patron at the desk has. */
    RENEW_ALL,
    /** A device is broken and its borrower gets a loaner, or the reverse. */
    SWAP;

    /** What its printed barcode says, in capitals without blanks: every scanner reads it. */
    public String code() {
        return name().replace('_', '-');
    }

    /** The same. */
    public String barcode() {
        return code();
    }
}

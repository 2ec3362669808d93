package org.carrel.circulation;

/** What a printed barcode can tell the desk to do. */
public enum DeskCommand {
    /** The patron has gone: the next card or book begins anew. */
    DONE,
    /** Take back what was done last. */
    UNDO,
    /** What was returned last is damaged. */
    DAMAGED,
    /** Renew everything that the patron at the desk has. */
    RENEW_ALL;

    /** What the barcode says. */
    public String barcode() {
        return name().replace('_', '-');
    }
}

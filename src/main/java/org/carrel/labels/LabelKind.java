package org.carrel.labels;

/** The labels of a copy, in the order in which they follow each other on a sheet. */
public enum LabelKind {
    /** The call number, broken into lines. */
    SPINE,
    /** Title, author, call number and the barcode's number, for the pocket or the inside of the cover. */
    POCKET,
    /** Site, bars, number and title. */
    BARCODE
}

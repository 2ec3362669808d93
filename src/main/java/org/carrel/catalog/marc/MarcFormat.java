package org.carrel.catalog.marc;

/** The exchange format one record came in. */
public enum MarcFormat {
    /** The binary exchange format (ANSI/NISO Z39.2), usually named .mrc or .marc. */
    ISO_2709,
    MARCXML,
    MARC_IN_JSON,
    /** The text format of MARCMaker and MarcEdit, usually named .mrk. */
    MNEMONIC
}

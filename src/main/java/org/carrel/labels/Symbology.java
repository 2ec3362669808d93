package org.carrel.labels;

/** How a number is drawn as bars. */
public enum Symbology {
    CODE_128,
    CODE_39,
    /** With the check sign by modulus 43, which is drawn and not printed; the scanner has to be set to it. */
    CODE_39_CHECKED,
    /** With the start sign A and the stop sign B. */
    CODABAR,
    /** The same for library numbers: 14 digits, the last of them a check digit by modulus 10. */
    LIBRARY_CODABAR
}

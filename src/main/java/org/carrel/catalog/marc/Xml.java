package org.carrel.catalog.marc;

/** Small facts of XML 1.0 that both reading and writing need. */
final class Xml {
    private Xml() {}

    /** Char of XML 1.0, section 2.2. */
    static boolean isChar(int c) {
        return c >= 0x20 && c <= 0xD7FF
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0x10FFFF;
    }
}

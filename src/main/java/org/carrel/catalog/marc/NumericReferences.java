package org.carrel.catalog.marc;

/** The lossless way to write in MARC-8 what MARC-8 lacks, hexadecimal as in XML (MARC 21 Specifications, character sets). */
final class NumericReferences {
    private static final int LONGEST = 8;

    private NumericReferences() {}

    static String replace(String text) {
        int at = text.indexOf("&#x");
        if (at < 0) return text;
        var replaced = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int end = text.indexOf(';', at);
            int code = end < 0 ? -1 : codePoint(text, at + 3, end);
            if (code >= 0) {
                replaced.append(text, done, at).appendCodePoint(code);
                done = end + 1;
            }
            at = text.indexOf("&#x", at + 3);
        }
        return replaced.append(text, done, text.length()).toString();
    }

    private static int codePoint(String text, int from, int to) {
        if (to == from || to - from > LONGEST) return -1;
        int code = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') return -1;
            code = code * 16 + digit;
            if (code > Character.MAX_CODE_POINT) return -1;
        }
        boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        return code < ' ' || surrogate ? -1 : code;
    }
}

package org.carrel.catalog.marc;

/** Well-formedness of UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above 10FFFF). */
final class Utf8 {
    private Utf8() {}

    /** Length of the well-formed sequence at this byte, 0 when there is none. */
    static int sequence(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0x80) return 1;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (length == 0 || at + length > end) return 0;
        int second = bytes[at + 1] & 0xFF;
        int lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) return 0;
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) return 0;
        }
        return length;
    }

    /** True when every byte belongs to a well-formed sequence. */
    static boolean valid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int length = sequence(bytes, i, to);
            if (length == 0) return false;
            i += length;
        }
        return true;
    }
}

package org.carrel.catalog.marc;

/** Recognises the start of an ISO 2709 record among other bytes. */
final class Leaders {
    private static final int LEADER = Directory.LEADER;
    /** Leader and first directory entry: what must be in view to judge. */
    static final int NEEDED = LEADER + Directory.ENTRY;

    private Leaders() {}

    /** A record surely begins here: numeric length and base address, a first directory entry of digits. */
    static boolean strictAt(byte[] bytes, int at, int end) {
        if (at < 0 || at + NEEDED > end) return false;
        return digits(bytes, at, 5) && digits(bytes, at + 12, 5) && shaped(bytes, at) && entry(bytes, at + LEADER);
    }

    /** A record may begin here: a directory entry where one belongs, and a leader of which some is left. */
    static boolean looseAt(byte[] bytes, int at, int end) {
        if (at < 0 || at + NEEDED > end || !entry(bytes, at + LEADER)) return false;
        int signs = 0;
        if (digits(bytes, at, 5)) signs++;
        if (digits(bytes, at + 12, 5)) signs++;
        if (bytes[at + 20] == '4' && bytes[at + 21] == '5') signs++;
        if (bytes[at + 10] == '2' && bytes[at + 11] == '2') signs++;
        return signs >= 2 && printable(bytes, at + 5, 4);
    }

    /** First strict leader from here on, -1 when there is none. */
    static int find(byte[] bytes, int from, int end) {
        for (int i = from; i + NEEDED <= end; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9' && strictAt(bytes, i, end)) return i;
        }
        return -1;
    }

    /** Letters where status and type stand, and one of the two constants; a stretch of directory has neither. */
    private static boolean shaped(byte[] bytes, int at) {
        boolean constant =
                bytes[at + 10] == '2' && bytes[at + 11] == '2' || bytes[at + 20] == '4' && bytes[at + 21] == '5';
        return constant && code(bytes[at + 5]) && code(bytes[at + 6]) && printable(bytes, at + 7, 5);
    }

    private static boolean code(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z' || b == ' ' || b == '^' || b == '|' || b == '#';
    }

    private static boolean entry(byte[] bytes, int at) {
        for (int i = at; i < at + 3; i++) {
            boolean letter = (bytes[i] | 0x20) >= 'a' && (bytes[i] | 0x20) <= 'z';
            if (!letter && (bytes[i] < '0' || bytes[i] > '9')) return false;
        }
        return digits(bytes, at + 3, 9);
    }

    private static boolean digits(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') return false;
        }
        return true;
    }

    private static boolean printable(byte[] bytes, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (bytes[i] < ' ' || bytes[i] == 0x7F) return false;
        }
        return true;
    }
}

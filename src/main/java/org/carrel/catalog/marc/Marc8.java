package org.carrel.catalog.marc;

import org.marc4j.converter.impl.CodeTableGenerated;

/**
 * Reads MARC-8 by the code tables of marc4j and rules of our own: every byte ends up as a character or as a finding,
 * a cut escape sequence ends, a diacritic moves behind its letter. Each call starts in the default sets, as the
 * MARC 21 specification asks for each subfield.
 */
final class Marc8 {
    private static final int ESC = 0x1B;
    private static final int BASIC_LATIN = 'B';
    private static final int ANSEL = 'E';
    private static final int EACC = '1';
    private static final String SETS = "BE!1234NQSbgp";
    private static final CodeTableGenerated TABLE = new CodeTableGenerated();

    private final byte[] bytes;
    private final int end;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder marks = new StringBuilder(2);
    private int at;
    private int g0 = BASIC_LATIN;
    private int g1 = ANSEL;
    private boolean damaged;
    private int firstDamage = -1;

    private Marc8(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    /** The text of these bytes, not yet normalised; damage goes to the findings with the bytes around it. */
    static String decode(byte[] bytes, int from, int to, String place, Findings findings) {
        var reader = new Marc8(bytes, from, to);
        reader.run();
        if (reader.damaged) {
            int start = Math.max(from, reader.firstDamage - 2);
            findings.add(
                    MarcProblem.DAMAGED_MARC_8,
                    place,
                    Findings.hex(bytes, start, Math.min(to, reader.firstDamage + 4)));
        }
        return NumericReferences.replace(reader.text.toString());
    }

    /** True for the bytes after ESC that begin the choice of a character set. */
    static boolean isDesignator(int b) {
        return b == '(' || b == ')' || b == ',' || b == '-' || b == '$' || b == 's' || b == 'g' || b == 'b' || b == 'p';
    }

    private void run() {
        while (at < end) {
            int b = bytes[at] & 0xFF;
            if (b == ESC) escape();
            else if (b < 0x21 || b == 0x7F) put((char) b, 1);
            else if (b >= 0x80 && b < 0xA1) control(b);
            else if ((b < 0x80 ? g0 : g1) == EACC) threeBytes();
            else oneByte(b);
        }
        text.append(marks);
    }

    private void oneByte(int b) {
        char c = b < 0x80 && g0 == BASIC_LATIN ? (char) b : TABLE.getChar(b, b < 0x80 ? g0 : g1);
        boolean secondHalf = g1 == ANSEL && (b == 0xEC || b == 0xFB);
        if (secondHalf) at++;
        else if (c == 0) unknown();
        else if (TABLE.isCombining(b, g0, g1)) mark(c);
        else put(c, 1);
    }

    /** 88 and 89 frame what is not filed on, 8D and 8E join or part letters; marc4j's table knows them. */
    private void control(int b) {
        char c = TABLE.getChar(b, ANSEL);
        if (c == 0) unknown();
        else if (c < 0xA0) at++;
        else put(c, 1);
    }

    private void threeBytes() {
        int code = at + 2 < end ? (low(at) << 16) | (low(at + 1) << 8) | low(at + 2) : 0;
        char c = code == 0 ? 0 : TABLE.getChar(code, EACC);
        if (c != 0) {
            put(c, 3);
            return;
        }
        damage();
        put((char) low(at), 1);
    }

    private int low(int position) {
        return bytes[position] & 0x7F;
    }

    private void unknown() {
        damage();
        put('\uFFFD', 1);
    }

    private void put(char c, int length) {
        text.append(c).append(marks);
        marks.setLength(0);
        at += length;
    }

    /** Marks stand before their letter in every set of MARC-8, behind it in Unicode. */
    private void mark(char c) {
        marks.append(c);
        at++;
    }

    private void escape() {
        int next = at + 1 < end ? bytes[at + 1] & 0xFF : 0;
        boolean done =
                switch (next) {
                    case 's' -> toG0(BASIC_LATIN, 2);
                    case 'g', 'b', 'p' -> toG0(next, 2);
                    case '(', ',' -> designate(2, false);
                    case ')', '-' -> designate(2, true);
                    case '$' -> multibyte();
                    default -> false;
                };
        if (done) return;
        damage();
        at++;
    }

    private boolean multibyte() {
        int next = at + 2 < end ? bytes[at + 2] & 0xFF : 0;
        if (next == EACC) return toG0(EACC, 3);
        if (next == ',' || next == '(') return designate(3, false);
        if (next == ')' || next == '-') return designate(3, true);
        return false;
    }

    private boolean designate(int finalAt, boolean second) {
        int set = at + finalAt < end ? bytes[at + finalAt] & 0xFF : 0;
        int length = finalAt + 1;
        if (set == '!') { // the specification writes ESC ( ! E for ANSEL
            set = at + length < end ? bytes[at + length] & 0xFF : 0;
            length++;
        }
        if (set == 0 || SETS.indexOf(set) < 0) return false;
        if (!second) return toG0(set, length);
        g1 = set;
        at += length;
        return true;
    }

    private boolean toG0(int set, int length) {
        g0 = set;
        at += length;
        return true;
    }

    private void damage() {
        if (!damaged) firstDamage = at;
        damaged = true;
    }
}

package org.carrel.catalog.marc;

/**
 * What the bytes of a record, or of one field, tell about their encoding. Each way of reading collects points for
 * byte patterns that make sense only that way.
 *
 * @param utf8 well-formed UTF-8 sequences of two bytes and more
 * @param other bytes above 7F outside of those
 * @param marc8 patterns of ANSEL: a mark before a letter that takes it, an escape sequence
 * @param western patterns of Windows-1252: a letter with accent inside a word, curly quotes
 * @param runs bytes above 7F in runs of three and more that are not UTF-8: words of another script, byte by letter
 * @param escapes escape sequences of MARC-8
 */
record ByteEvidence(int utf8, int other, int marc8, int western, int runs, int escapes) {
    static final ByteEvidence NONE = new ByteEvidence(0, 0, 0, 0, 0, 0);

    static ByteEvidence of(byte[] bytes, int from, int to) {
        return new Collector(bytes, from, to).collect();
    }

    boolean asciiOnly() {
        return utf8 == 0 && other == 0 && escapes == 0;
    }

    /** Whole words in bytes above 7F: Cyrillic, Greek, Hebrew in a code page of one byte a letter. */
    boolean otherScript() {
        return other >= 8 && runs * 2 > other && marc8 * 3 < other;
    }

    private static final class Collector {
        private static final String VOWELS = "aeiouyAEIOUY";
        private final byte[] bytes;
        private final int from;
        private final int to;
        private int utf8;
        private int other;
        private int marc8;
        private int western;
        private int runs;
        private int escapes;

        Collector(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        ByteEvidence collect() {
            int i = from;
            while (i < to) {
                int b = bytes[i] & 0xFF;
                if (b < 0x80) {
                    if (b == 0x1B && i + 1 < to && Marc8.isDesignator(bytes[i + 1])) escapes++;
                    i++;
                    continue;
                }
                int length = Utf8.sequence(bytes, i, to);
                if (length > 0) utf8++;
                else weigh(i, b);
                i += Math.max(1, length);
            }
            return new ByteEvidence(utf8, other, marc8, western, runs, escapes);
        }

        private void weigh(int i, int b) {
            other++;
            boolean beforeRun = isHigh(i + 1) && isHigh(i + 2);
            if (beforeRun || isHigh(i - 1) && (isHigh(i + 1) || isHigh(i - 2))) runs++;
            if (i > from && bytes[i - 1] == 0x1F) return; // a damaged subfield code
            if (b < 0xA0) smartPunctuation(b);
            else if (b < 0xC9) spacing(i, b);
            else if (b < 0xE0 || b == 0xFC || b == 0xFD || b == 0xFF) western += 2;
            else mark(i, b);
        }

        private void smartPunctuation(int b) {
            if (b == 0x85 || b >= 0x91 && b <= 0x97) western += 2;
        }

        /** Signs that stand before a number, and letters of their own. */
        private void spacing(int i, int b) {
            boolean beforeNumber = i + 1 < to && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
            boolean inWord = isLetter(i - 1) || isLetter(i + 1) || isHigh(i + 1);
            switch (b) {
                case 0xB9, 0xC3 -> marc8 += beforeNumber ? 2 : 0;
                case 0xA3, 0xA9 -> western += beforeNumber ? 2 : 0;
                case 0xC7 -> marc8 += isLetter(i - 1) ? 1 : 0;
                case 0xA1, 0xA5, 0xA7, 0xAE, 0xB0, 0xB1, 0xB2, 0xB5, 0xB7, 0xB8 -> marc8 += inWord ? 1 : 0;
                default -> {}
            }
        }

        private void mark(int i, int b) {
            int letter = letterAfter(i);
            if (letter == 0) western += isHigh(i + 1) ? 0 : 2;
            else if (b == 0xEB || b == 0xFA) half(i + 2, b + 1, i + 3);
            else if (b == 0xEC || b == 0xFB) half(i - 2, b - 1, i - 3);
            else if (isHigh(i + 1) || isHigh(i - 1)) marc8 += usual(b, letter, i) ? 2 : 0;
            else if (usual(b, letter, i)) marc8++;
            else if (b < 0xEE && b != 0xE0 || b == 0xEF || b >= 0xF1 && b != 0xF2) western++;
        }

        /** A mark over two letters comes in two halves. */
        private void half(int near, int otherHalf, int far) {
            if (byteAt(near) == otherHalf || byteAt(far) == otherHalf) marc8 += 2;
            else western++;
        }

        private int byteAt(int i) {
            return i >= from && i < to ? bytes[i] & 0xFF : 0;
        }

        /**
         * Marks on the letters that carry them in Western languages and in the romanization tables. Where Windows-1252
         * has a vowel for the same byte, that vowel would stand between consonants and the mark would not.
         */
        private boolean usual(int mark, int letter, int i) {
            boolean vowel = VOWELS.indexOf(letter) >= 0;
            boolean afterConsonant = isLetter(i - 1) && VOWELS.indexOf(bytes[i - 1]) < 0;
            return switch (mark) {
                case 0xE1, 0xE5 -> vowel;
                case 0xE2 -> vowel || "cnszlrgkCNSZLRGK".indexOf(letter) >= 0 && !afterConsonant;
                case 0xE3 -> vowel && !(letter == 'o' && !isLetter(i + 2));
                case 0xE4 -> "aonAON".indexOf(letter) >= 0 && !(letter == 'n' && afterConsonant);
                case 0xE6 -> vowel || "gG".indexOf(letter) >= 0;
                case 0xE7 -> "zcgeiZCGEImnsMNSh".indexOf(letter) >= 0;
                case 0xE8 -> "aeiouyAEIOUY".indexOf(letter) >= 0;
                case 0xE9 ->
                    "cszrndtCSZRNDT".indexOf(letter) >= 0 && !afterConsonant
                            || letter == 'e' && afterConsonant && isLetter(i + 2) && VOWELS.indexOf(bytes[i + 2]) < 0;
                case 0xEA -> "auAU".indexOf(letter) >= 0;
                case 0xEE -> "ouOU".indexOf(letter) >= 0;
                case 0xF0 -> "cstCSTgklGKL".indexOf(letter) >= 0;
                case 0xF1 -> "aeioAEIOu".indexOf(letter) >= 0 && (afterConsonant || !isLetter(i - 1));
                case 0xF2 -> "hdtszrlnmkaeiouHDTSZRLNMKAEIOU".indexOf(letter) >= 0;
                case 0xF6 -> "ktdbnhKTDBNH".indexOf(letter) >= 0 && !afterConsonant;
                case 0xF7 -> "stST".indexOf(letter) >= 0 && !afterConsonant;
                case 0xF3 -> "tushzTUSHZ".indexOf(letter) >= 0 && !afterConsonant;
                case 0xF4 -> "rlRL".indexOf(letter) >= 0;
                default -> false;
            };
        }

        /** The letter this mark stands before, further marks between them passed over; 0 when there is none. */
        private int letterAfter(int i) {
            int next = i + 1;
            while (next < to && next <= i + 2 && (bytes[next] & 0xFF) >= 0xE0) next++;
            return next < to && isLetter(next) ? bytes[next] : 0;
        }

        private boolean isLetter(int i) {
            if (i < from || i >= to) return false;
            int folded = bytes[i] | 0x20;
            return bytes[i] > 0 && folded >= 'a' && folded <= 'z';
        }

        private boolean isHigh(int i) {
            return i >= from && i < to && bytes[i] < 0;
        }
    }
}

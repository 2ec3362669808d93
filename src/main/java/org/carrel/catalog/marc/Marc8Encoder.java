package org.carrel.catalog.marc;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.carrel.catalog.marc.Marc8Repertoire.Code;

/**
 * Writes the text of one subfield in MARC-8 (MARC 21 Specifications, Character Sets): marks before their letter, other
 * alphabets behind an escape sequence and back in Latin at the end, a numeric character reference for what MARC-8 lacks.
 * Begins and ends in the default sets.
 */
final class Marc8Encoder {
    private static final int ESC = 0x1B;
    private static final char LIGATURE = '\u0361';
    private static final char DOUBLE_TILDE = '\u0360';
    /** Sets chosen by ESC and one letter, left by ESC s (technique 1 of the specification). */
    private static final String SHORT = "gbp";

    private final String text;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringBuilder missing = new StringBuilder();
    private final Set<Character> sets = new LinkedHashSet<>();
    private char current = Marc8Repertoire.LATIN;
    private int secondHalf;

    private Marc8Encoder(String text) {
        this.text = text;
    }

    /**
     * The bytes of a text.
     *
     * @param missing the characters for which a numeric reference was written, as they come
     * @param sets designators of the sets besides Latin that the text needs
     */
    @SuppressWarnings("ArrayRecordComponent") // on its way into the file, never compared
    record Encoded(byte[] bytes, String missing, Set<Character> sets) {}

    static Encoded encode(String text) {
        if (isAscii(text)) return new Encoded(ascii(text), "", Set.of());
        var encoder = new Marc8Encoder(Normalizer.normalize(text, Normalizer.Form.NFC));
        encoder.run();
        return new Encoded(encoder.out.toByteArray(), encoder.missing.toString(), encoder.sets);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7F) return false;
        }
        return true;
    }

    /** An ampersand that would be read as the beginning of a reference is written as one itself. */
    private static byte[] ascii(String text) {
        return text.replace("&#x", "&#x26;#x").getBytes(StandardCharsets.US_ASCII);
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            int end = at + Character.charCount(text.codePointAt(at));
            while (end < text.length() && isMark(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (text.startsWith("&#x", at)) reference('&');
            else cluster(text.substring(at, end));
            at = end;
        }
        choose(Marc8Repertoire.LATIN);
    }

    /** What Unicode takes for a mark, unless MARC-8 writes it behind its letter (superscript alif, 0670). */
    private static boolean isMark(int c) {
        if (c < 0x300) return false;
        if (c <= 0xFFFF
                && Marc8Repertoire.find('3', (char) c)
                        .filter(code -> !code.mark())
                        .isPresent()) return false;
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** A letter and its marks: as one character where a set has it, else taken apart as far as needed. */
    private void cluster(String whole) {
        if (letter(whole, true)) return;
        var apart = Normalizer.normalize(whole, Normalizer.Form.NFD);
        for (int i = 1; i < apart.length(); i++) {
            var partly = partlyComposed(apart, i);
            if (Normalizer.normalize(partly, Normalizer.Form.NFC).equals(whole) && letter(partly, true)) return;
        }
        if (letter(apart, true) || letter(whole, false) || letter(apart, false)) return;
        whole.codePoints().forEach(this::lacking);
    }

    /** The letter together with the mark at {@code i}: o with horn is a letter of MARC-8, the horn is not. */
    private static String partlyComposed(String apart, int i) {
        var composed = Normalizer.normalize(apart.substring(0, 1) + apart.charAt(i), Normalizer.Form.NFC);
        return composed + apart.substring(1, i) + apart.substring(i + 1);
    }

    /** False, and nothing written, when MARC-8 lacks the letter, or one of the marks and {@code complete} is wanted. */
    private boolean letter(String cluster, boolean complete) {
        var base = Marc8Repertoire.find(current, cluster.charAt(0))
                .filter(code -> !code.mark())
                .orElse(null);
        if (base == null || cluster.length() == 1 && isMark(cluster.charAt(0))) return false;
        int known = 1;
        while (known < cluster.length() && isKnown(base, cluster.charAt(known))) known++;
        if (complete && known < cluster.length()) return false;
        write(base, cluster, known);
        cluster.substring(known).codePoints().forEach(this::lacking);
        return true;
    }

    private static boolean isKnown(Code base, char mark) {
        return mark(base, mark).mark();
    }

    /** Of the letter's own set, else of ANSEL, else of any. */
    private static Code mark(Code base, char mark) {
        return Marc8Repertoire.in(base.set(), mark)
                .filter(Code::mark)
                .or(() -> Marc8Repertoire.find(Marc8Repertoire.ANSEL, mark))
                .orElse(new Code(Marc8Repertoire.ANSEL, 0, false));
    }

    private void write(Code base, String cluster, int known) {
        if (secondHalf != 0) out.write(secondHalf);
        secondHalf = 0;
        for (int i = 1; i < known; i++) {
            char mark = cluster.charAt(i);
            put(mark(base, mark));
            if (mark == LIGATURE) secondHalf = 0xEC;
            if (mark == DOUBLE_TILDE) secondHalf = 0xFB;
        }
        if (cluster.charAt(0) == ' ' && known == 1) out.write(' ');
        else put(base);
    }

    private void put(Code code) {
        if (code.set() != Marc8Repertoire.ANSEL) choose(code.set());
        number(code.number());
    }

    private void number(int number) {
        if (number > 0xFFFF) out.write(number >> 16);
        if (number > 0xFF) out.write(number >> 8 & 0xFF);
        out.write(number & 0xFF);
    }

    private void lacking(int c) {
        missing.appendCodePoint(c);
        reference(c);
    }

    private void reference(int c) {
        choose(Marc8Repertoire.LATIN);
        secondHalf = 0;
        out.writeBytes(String.format("&#x%04X;", c).getBytes(StandardCharsets.US_ASCII));
    }

    private void choose(char set) {
        if (set == current) return;
        boolean escaped = SHORT.indexOf(current) >= 0;
        if (escaped) escape("s");
        if (SHORT.indexOf(set) >= 0) {
            if (!escaped && current != Marc8Repertoire.LATIN) escape("(B");
            escape(String.valueOf(set));
        } else if (set != Marc8Repertoire.LATIN || !escaped) {
            escape((set == Marc8Repertoire.EAST_ASIAN ? "$" : "(") + set);
        }
        if (set != Marc8Repertoire.LATIN) sets.add(set);
        current = set;
    }

    private void escape(String designator) {
        out.write(ESC);
        out.writeBytes(designator.getBytes(StandardCharsets.US_ASCII));
    }
}

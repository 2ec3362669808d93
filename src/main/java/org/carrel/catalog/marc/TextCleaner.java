package org.carrel.catalog.marc;

import java.text.Normalizer;

/**
 * Makes text fit to be kept: Normalization Form C, no control characters, one spelling of the ligature.
 * Text that is clean already comes back as the same object.
 */
final class TextCleaner {
    private static final char LEFT_LIGATURE = '\uFE20';
    private static final char RIGHT_LIGATURE = '\uFE21';
    private static final char LEFT_TILDE = '\uFE22';
    private static final char RIGHT_TILDE = '\uFE23';
    private static final char LIGATURE = '\u0361';
    private static final char DOUBLE_TILDE = '\u0360';
    private static final char REPLACEMENT = '\uFFFD';

    private TextCleaner() {}

    /** Data of a subfield: a run of line breaks and tabs becomes one space, other control characters go. */
    static String data(String text, String place, Findings findings) {
        int worst = worst(text);
        if (worst >= ' ' && worst < 0x80) return text;
        if (worst < ' ') return withoutControls(text, place, findings);
        var composed = worst < 0x300 ? text : composed(text);
        boolean replaced = composed.indexOf(REPLACEMENT) >= 0 && !findings.tellsDamageAt(place);
        if (replaced) findings.add(MarcProblem.REPLACEMENT_CHARACTER, place, composed);
        if (looksDoubleEncoded(composed)) findings.add(MarcProblem.LOOKS_DOUBLE_ENCODED, place, composed);
        return composed;
    }

    /** UTF-8 that somebody took for Latin-1 and encoded again: Ã or Â before a character of A0 to BF. */
    private static boolean looksDoubleEncoded(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if ((c == '\u00C3' || c == '\u00C2') && text.charAt(i + 1) >= 0xA0 && text.charAt(i + 1) <= 0xBF)
                return true;
        }
        return false;
    }

    /** Data of a control field, read by position: each control character becomes one space. */
    static String positions(String text, String place, Findings findings) {
        int worst = worst(text);
        if (worst >= ' ' && worst < 0x300) return text;
        var composed = worst >= 0x300 ? composed(text) : text;
        if (!hasControls(composed)) return composed;
        var kept = composed.toCharArray();
        for (int i = 0; i < kept.length; i++) {
            if (!isDropped(composed, i)) continue;
            findings.add(MarcProblem.CONTROL_CHARACTER, place, named(kept[i]));
            kept[i] = ' ';
        }
        return new String(kept);
    }

    /** -1 when there is a control character, else the greatest character. */
    private static int worst(String text) {
        int greatest = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7F && c < 0xA0)) return -1;
            if (c > greatest) greatest = c;
        }
        return greatest >= 0x300 && hasControls(text) ? -1 : greatest;
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDropped(text, i)) return true;
        }
        return false;
    }

    /** What no record can hold: C0, DEL, C1, half a surrogate pair, noncharacters of the basic plane. */
    private static boolean isDropped(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x7F) return c < ' ';
        if (c < 0xD800) return c < 0xA0;
        if (c < 0xE000) return !pairedSurrogate(text, at);
        return c == '\uFFFE' || c == '\uFFFF' || (c >= '\uFDD0' && c <= '\uFDEF');
    }

    private static boolean pairedSurrogate(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static String withoutControls(String text, String place, Findings findings) {
        var kept = new StringBuilder(text.length());
        boolean afterBreak = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\t') {
                findings.add(MarcProblem.LINE_BREAK_IN_DATA, place, "");
                if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') kept.append(' ');
                afterBreak = true;
            } else if (isDropped(text, i)) {
                findings.add(MarcProblem.CONTROL_CHARACTER, place, named(c));
            } else if (c != ' ' || !afterBreak) {
                kept.append(c);
                afterBreak = false;
            }
        }
        if (afterBreak && !kept.isEmpty() && kept.charAt(kept.length() - 1) == ' ') kept.setLength(kept.length() - 1);
        return data(kept.toString(), place, findings);
    }

    static String named(char c) {
        return String.format("U+%04X", (int) c);
    }

    private static String composed(String text) {
        var joined =
                text.indexOf(LEFT_LIGATURE) >= 0 ? joinHalves(text, LEFT_LIGATURE, RIGHT_LIGATURE, LIGATURE) : text;
        if (joined.indexOf(LEFT_TILDE) >= 0) joined = joinHalves(joined, LEFT_TILDE, RIGHT_TILDE, DOUBLE_TILDE);
        return Normalizer.isNormalized(joined, Normalizer.Form.NFC)
                ? joined
                : Normalizer.normalize(joined, Normalizer.Form.NFC);
    }

    /** Library of Congress practice since 2004: the mark over two letters is one character after the first of them. */
    private static String joinHalves(String text, char left, char right, char whole) {
        var joined = new StringBuilder(text);
        int from = 0;
        while (true) {
            int first = joined.indexOf(String.valueOf(left), from);
            if (first < 0) return joined.toString();
            int second = joined.indexOf(String.valueOf(right), first);
            if (second < 0 || second > first + 4) {
                from = first + 1;
                continue;
            }
            joined.deleteCharAt(second);
            joined.setCharAt(first, whole);
            from = first + 1;
        }
    }
}

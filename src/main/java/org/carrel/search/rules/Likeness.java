package org.carrel.search.rules;

import java.util.Map;

/**
 * How far a typed word is from a real one, in slips of a child: a doubled letter, a wrong vowel or a letter of the same
 * sound costs less than a wrong letter. 0 is the same word. Damerau's distance with weights.
 */
public final class Likeness {
    private static final float DOUBLED = 0.5f;
    private static final float VOWEL = 0.6f;
    private static final float SAME_SOUND = 0.5f;
    private static final float NEIGHBOUR_KEY = 0.8f;
    private static final float SWAPPED = 0.6f;
    private static final float SILENT = 0.7f;
    /** One for many: "dinosaur" where the library writes "dinosaurs". */
    private static final float PLURAL = 0.2f;

    private static final int SHORTEST_SINGULAR = 3;
    private static final float OTHER_START = 0.5f;
    private static final String VOWELS = "aeiouy";
    private static final String SILENT_LETTERS = "ehgkptw";
    private static final String[] SOUNDS = {"ck", "cs", "sz", "fv", "bv", "iy", "gj", "dt", "mn", "kq", "xs", "hj"};
    private static final Map<Character, String> KEYS = Map.ofEntries(
            Map.entry('q', "wa"),
            Map.entry('w', "qeas"),
            Map.entry('e', "wrsd"),
            Map.entry('r', "etdf"),
            Map.entry('t', "ryfg"),
            Map.entry('y', "tugh"),
            Map.entry('u', "yihj"),
            Map.entry('i', "uojk"),
            Map.entry('o', "ipkl"),
            Map.entry('p', "ol"),
            Map.entry('a', "qwsz"),
            Map.entry('s', "awedxz"),
            Map.entry('d', "serfcx"),
            Map.entry('f', "drtgvc"),
            Map.entry('g', "ftyhbv"),
            Map.entry('h', "gyujnb"),
            Map.entry('j', "huikmn"),
            Map.entry('k', "jiolm"),
            Map.entry('l', "kop"),
            Map.entry('z', "asx"),
            Map.entry('x', "zsdc"),
            Map.entry('c', "xdfv"),
            Map.entry('v', "cfgb"),
            Map.entry('b', "vghn"),
            Map.entry('n', "bhjm"),
            Map.entry('m', "njk"));

    private Likeness() {}

    /** The largest distance at which a word of this length is still recognised; 0 for words too short to be sure. */
    public static float most(int length) {
        if (length <= 2) return 0;
        if (length == 3) return 0.8f;
        if (length == 4) return 1.1f;
        if (length == 5) return 1.3f;
        return length <= 7 ? 1.7f : 2.2f;
    }

    /** @return more than {@code most} when the words are farther apart than that */
    public static float distance(String typed, String word, float most) {
        var start = typed.charAt(0) == word.charAt(0) || substitution(typed.charAt(0), word.charAt(0)) <= SAME_SOUND
                ? 0
                : OTHER_START;
        var before = new float[word.length() + 1];
        var row = new float[word.length() + 1];
        var next = new float[word.length() + 1];
        for (var j = 1; j <= word.length(); j++) row[j] = row[j - 1] + missing(word, j - 1);
        var bestBefore = 0f;
        for (var i = 1; i <= typed.length(); i++) {
            next[0] = row[0] + missing(typed, i - 1);
            var best = next[0];
            for (var j = 1; j <= word.length(); j++) {
                next[j] = cheapest(typed, word, i, j, before, row, next);
                best = Math.min(best, next[j]);
            }
            if (best > most && bestBefore + SWAPPED > most) return Math.min(best, bestBefore + SWAPPED);
            bestBefore = best;
            var free = before;
            before = row;
            row = next;
            next = free;
        }
        return row[word.length()] + start;
    }

    private static float cheapest(String typed, String word, int i, int j, float[] before, float[] row, float[] next) {
        var a = typed.charAt(i - 1);
        var b = word.charAt(j - 1);
        if (a == b) return row[j - 1];
        var cost = row[j - 1] + substitution(a, b);
        cost = Math.min(cost, row[j] + missing(typed, i - 1));
        cost = Math.min(cost, next[j - 1] + missing(word, j - 1));
        var swapped = i > 1 && j > 1 && a == word.charAt(j - 2) && typed.charAt(i - 2) == b;
        return swapped ? Math.min(cost, before[j - 2] + SWAPPED) : cost;
    }

    /** A letter that one of the words has and the other has not. */
    private static float missing(String word, int at) {
        var letter = word.charAt(at);
        if (letter == 's' && at == word.length() - 1 && at >= SHORTEST_SINGULAR) return PLURAL;
        var doubled =
                at > 0 && word.charAt(at - 1) == letter || at + 1 < word.length() && word.charAt(at + 1) == letter;
        if (doubled) return DOUBLED;
        return at > 0 && SILENT_LETTERS.indexOf(letter) >= 0 ? SILENT : 1;
    }

    /** Whether one of the letters is often written for the other. */
    public static boolean soundAlike(char a, char b) {
        for (var pair : SOUNDS) {
            if (pair.indexOf(a) >= 0 && pair.indexOf(b) >= 0) return true;
        }
        return VOWELS.indexOf(a) >= 0 && VOWELS.indexOf(b) >= 0;
    }

    private static float substitution(char a, char b) {
        for (var pair : SOUNDS) {
            if (pair.indexOf(a) >= 0 && pair.indexOf(b) >= 0) return SAME_SOUND;
        }
        if (VOWELS.indexOf(a) >= 0 && VOWELS.indexOf(b) >= 0) return VOWEL;
        return KEYS.getOrDefault(a, "").indexOf(b) >= 0 ? NEIGHBOUR_KEY : 1;
    }
}

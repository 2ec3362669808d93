package org.carrel.search.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.carrel.search.rules.Likeness;

/** The words of titles, names, series, subjects and awards as one index has them, for finding what a misspelled word may be. */
final class WordList {
    private static final List<String> FIELDS = List.of(
            Fields.TITLE, Fields.OTHER_TITLE, Fields.AUTHOR, Fields.SERIES, Fields.SUBJECT, Fields.GENRE, Fields.AWARD);
    private static final int SHORTEST = 3;
    private static final int LONGEST = 24;
    /** So many letters may be wrong; each leaves one letter out of the set of either word at most. */
    private static final int SLIPS = 2;
    /** Words of the same sound may be farther apart. */
    private static final float SOUND_COUNTS = 0.6f;

    private static final int SHORTEST_SOUND = 2;
    private static final float COMMON = 0.04f;

    private final String[] words;
    private final int[] counts;
    private final int[] letters;
    private final Map<String, int[]> sounds;

    /** A word of the library, and how unlike the typed one it is; common words a little less. */
    record Candidate(String word, float distance) {}

    private WordList(Map<String, Integer> frequencies) {
        words = frequencies.keySet().toArray(String[]::new);
        Arrays.sort(words);
        counts = new int[words.length];
        letters = new int[words.length];
        var bySound = new HashMap<String, List<Integer>>();
        for (var i = 0; i < words.length; i++) {
            counts[i] = frequencies.getOrDefault(words[i], 1);
            letters[i] = letters(words[i]);
            bySound.computeIfAbsent(sound(words[i]), key -> new ArrayList<>()).add(i);
            if (words[i].endsWith("s"))
                bySound.computeIfAbsent(sound(words[i].substring(0, words[i].length() - 1)), key -> new ArrayList<>())
                        .add(i);
        }
        sounds = new HashMap<>(bySound.size() * 2);
        bySound.forEach((sound, list) ->
                sounds.put(sound, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** Reads every term of the fields once: a second for a million records. */
    static WordList of(IndexReader reader) throws IOException {
        var frequencies = new HashMap<String, Integer>();
        for (var field : FIELDS) {
            var terms = MultiTerms.getTerms(reader, field);
            if (terms == null) continue;
            var each = terms.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
                var word = term.utf8ToString();
                if (isWord(word)) frequencies.merge(word, each.docFreq(), Integer::sum);
            }
        }
        return new WordList(frequencies);
    }

    static WordList of(Map<String, Integer> frequencies) {
        return new WordList(frequencies);
    }

    static boolean isWord(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST) return false;
        return word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    }

    int size() {
        return words.length;
    }

    /** In how many texts the word stands; 0 when it is not there. */
    int count(String word) {
        var at = Arrays.binarySearch(words, word);
        return at < 0 ? 0 : counts[at];
    }

    /** What may be meant, the likeliest first; without the word itself. */
    List<Candidate> like(String typed, int most) {
        if (!isWord(typed)) return List.of();
        var limit = Likeness.most(typed.length());
        var found = new HashMap<String, Candidate>();
        var bits = letters(typed);
        for (var i = 0; i < words.length; i++) {
            if (Integer.bitCount(letters[i] & ~bits) > SLIPS || Integer.bitCount(bits & ~letters[i]) > SLIPS) continue;
            if (Math.abs(words[i].length() - typed.length()) > SLIPS || !mayStart(typed, words[i])) continue;
            consider(typed, i, 1, limit, found);
        }
        var sound = sound(typed);
        if (sound.length() >= SHORTEST_SOUND) {
            for (var i : sounds.getOrDefault(sound, new int[0])) consider(typed, i, SOUND_COUNTS, limit, found);
        }
        return found.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::distance).thenComparing(Candidate::word))
                .limit(most)
                .toList();
    }

    /** The first letter is right, left out, too many, or taken for another of the same sound. */
    private static boolean mayStart(String typed, String word) {
        var a = typed.charAt(0);
        var b = word.charAt(0);
        return a == b || a == word.charAt(1) || b == typed.charAt(1) || Likeness.soundAlike(a, b);
    }

    private void consider(String typed, int at, float factor, float limit, Map<String, Candidate> found) {
        var word = words[at];
        if (word.equals(typed)) return;
        if (Math.abs(word.length() - typed.length()) > SLIPS + 1) return;
        var distance = Likeness.distance(typed, word, limit / factor) * factor;
        if (distance > limit) return;
        var ranked = distance - COMMON * (float) Math.log(counts[at]);
        found.merge(word, new Candidate(word, ranked), (a, b) -> a.distance() <= b.distance() ? a : b);
    }

    private static int letters(String word) {
        var set = 0;
        for (var i = 0; i < word.length(); i++) set |= 1 << (word.charAt(i) - 'a');
        return set;
    }

    private static String sound(String word) {
        var metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(8);
        return metaphone.doubleMetaphone(word);
    }
}
